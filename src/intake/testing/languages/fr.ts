import type { LanguageRow } from './row.ts';

export const fr: readonly LanguageRow[] = [
  {
    shape: 'table',
    text: `# Spécification

## Modèle de données

### Adhérent

| Champ | Type | Obligatoire | Description |
|---|---|---|---|
| nom | chaîne | oui | |
| prénom | chaîne | oui | |
| date d'adhésion | date | oui | |
| courriel | chaîne | non | unique |

### Cotisation

| Champ | Type | Obligatoire | Description |
|---|---|---|---|
| montant | décimal | oui | |
| année | entier | oui | |
| adhérent | référence à Adhérent | oui | |
`,
    data: [
      'adherent: nom string, prenom string, date-dadhesion date, courriel email',
      'cotisation: montant money, annee integer, adherent reference',
    ],
  },
  {
    shape: 'prose',
    text: `# Bibliothèque municipale

Le système doit enregistrer pour chaque livre son titre, son auteur, son ISBN et son année de parution.
Chaque abonné possède un nom, un prénom et une adresse électronique.
Le statut d'un livre peut être disponible, emprunté ou perdu.
Un abonné ne peut emprunter que cinq livres au maximum.
`,
    data: [
      'livre: titre string, auteur string, isbn string, annee-de-parution integer, statut enum',
      'abonne: nom string, prenom string, adresse-electronique email',
    ],
  },
  {
    shape: 'requirements',
    text: `# Exigences fonctionnelles

1. L'administrateur doit pouvoir créer, modifier et supprimer des produits.
2. Le gestionnaire peut enregistrer les fournisseurs avec leur nom, leur adresse et leur téléphone.
3. L'application permet de gérer les commandes.
4. L'utilisateur peut annuler une commande.
5. L'interface doit être simple et ergonomique.
`,
    data: ['produit:', 'fournisseur: nom string, adresse string, telephone phone', 'commande:'],
  },
  {
    shape: 'bullets',
    text: `# Cahier des charges

## Fonctionnalités principales

### Gestion des formations
- Ajout et modification de formations
- Création d'une formation (titre, description, durée, prix)
- Statut de la formation (brouillon, publiée, archivée)

### Gestion des formateurs
- Ajout et suppression de formateurs
- Informations personnelles (nom, prénom, téléphone, email)

## Contraintes techniques
- Symfony et MySQL
`,
    data: [
      'formation: titre string, description text, duree integer, prix money, statut enum',
      'formateur: nom string, prenom string, telephone phone, email email',
    ],
  },
  {
    shape: 'plain',
    text: `# Refuge
Le refuge veut gérer les animaux, les soigneurs et les adoptions.
1. Enregistrer les animaux : nom, espèce (chien, chat, autre), poids en kg, date d'arrivée.
2. Pour chaque soigneur : nom, prénom, téléphone.
3. Chaque adoption a une date, un montant en euros, des remarques facultatives et un animal.
4. Le statut d'une adoption est demandée, acceptée ou refusée.
`,
    data: [
      'animal: nom string, espece enum, poids number, date-darrivee date',
      'soigneur: nom string, prenom string, telephone phone',
      'adoption: date date, montant money, remarques text, animal reference, statut enum',
    ],
  },
];
