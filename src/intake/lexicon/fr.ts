import type { Lexicon } from './lexicon.ts';

export const fr: Lexicon = {
  language: 'fr',
  names: {
    email: '(?:adresse )?(?:e[ -]?mail|mail|courriel)|adresse electronique',
    phone: 'telephone|tel|portable|numero de telephone|mobile',
    url: 'lien|site(?: web| internet)?|url',
    secret: 'mot de passe|mdp|password',
    money:
      'prix(?: \\w+)*|montant(?: \\w+)*|cout(?: \\w+)*|total(?: \\w+)?|solde|tarif|salaire|budget|loyer|frais|cotisation|caution',
    datetime: 'date et heure|date/heure|horodatage|heure de (?:debut|fin)',
    date: 'date(?: \\w+)*|echeance|naissance|anniversaire|peremption',
    integer:
      'quantite(?: \\w+)*|stock(?: \\w+)*|age|annee|duree(?: \\w+)*|jours|heures|minutes|nombre d\\S* ?\\w*|capacite|ordre|points|niveau|etage|pages|kilometrage|chambres|places|effectif',
    number:
      'poids|taille|hauteur|largeur|longueur|latitude|longitude|temperature|distance|surface|superficie|volume|moyenne|note',
    percent: 'pourcentage|remise|reduction|tva|taux(?: \\w+)*|commission',
    boolean:
      'actif|active|disponible|paye|payee|termine|terminee|publie|valide|confirme|supprime|verifie|est \\w+|lu',
    text: 'description(?: \\w+)*|observations?|commentaires?|notes|remarques?|contenu|details?|motif|message|texte|biographie|resume|instructions|diagnostic|symptomes',
    list: 'etiquettes|tags|images|photos|mots-cles',
  },
  types: {
    string:
      'chaine(?: de caracteres)?|texte court|alphanumerique|varchar|string|image|fichier|photo|couleur|heure',
    text: 'texte(?: long)?|paragraphe',
    integer: 'entier|nombre entier|int|auto-increment',
    number: 'nombre|numerique|reel|flottant',
    decimal: 'decimal',
    money: 'monnaie|monetaire|euros?|€|devise',
    boolean: 'booleen|oui ?/ ?non|vrai ?/ ?faux|bool',
    date: 'date',
    datetime: 'date et heure|date/heure|horodatage|datetime',
    enum: 'enum|enumeration|liste deroulante|choix|liste de choix',
    list: 'liste|tableau|collection',
    reference: 'cle etrangere|fk|reference(?: a)?|relation(?: avec)?|appartient a|lien vers',
    secret: 'mot de passe|hash|chiffre|hache',
    json: 'objet|json',
    percent: 'pourcentage',
    email: 'e[ -]?mail|courriel',
    phone: 'telephone',
  },
  headers: {
    name: "champs?|colonne|attributs?|nom(?: (?:du champ|symbolique|de l'attribut))?|propriete|donnee|variable|element|rubrique",
    type: 'types?(?: de donnees?)?|format',
    description:
      'description|designation|details?|commentaires?|remarques?|signification|notes?|libelle|observations?|utilite',
    required: 'obligatoire|requis|obligation',
    null: 'nul|null|nullable',
    unique: 'unique|unicite',
    default: '(?:valeur )?par defaut|valeur initiale|defaut',
    constraints: 'contraintes?|regles?(?: de gestion)?|validations?',
    values: 'valeurs?(?: possibles| autorisees)?|domaine|options',
    entity: 'entites?|tables?|modeles?|classes?|objets?|collections?|ressources?',
    fields:
      'champs(?: principaux)?|attributs(?: principaux)?|donnees(?: principales)?|colonnes|proprietes|informations',
    key: 'cle|pk|pk/fk',
    length: 'taille|longueur',
    relations: 'relations?|associations?',
    example: 'exemples?',
    label: 'libelle',
  },
  flags: {
    required: 'obligatoires?|requise?s?|non nul(?:le)?|ne (?:peut|doit) pas etre (?:nul|vide)',
    optional:
      'optionnel(?:le)?s?|facultati(?:f|ve)s?|nullable|peut etre nul|si (?:applicable|disponible|existant)|non obligatoire',
    unique: 'uniques?|sans doublon',
    automatic:
      'automatique(?:ment)?|genere(?:e)? (?:automatiquement|par le systeme|par \\w+)|auto-increment\\w*|calcule(?:e)?',
    yes: 'oui|o|vrai|x',
    no: 'non|n|faux',
    default: 'par defaut|valeur initiale|initialement',
    key: 'cle primaire|pk|identifiant unique',
    readOnly: 'lecture seule|non modifiable|immuable',
    secret: 'chiffre(?:e)?|hache(?:e)?|hash',
    foreignKey: 'cle etrangere|fk|reference a|relation avec|appartient a|lien vers',
    positive: 'positi(?:f|ve)|superieure? a (?:0|zero)',
    notNegative:
      'non negati(?:f|ve)|superieure? ou egale? a (?:0|zero)|ne peut pas etre negati(?:f|ve)',
    atLeast: 'minimum(?: de)?|au moins|au minimum|min',
    atMost: "maximum(?: de)?|au plus|au maximum|jusqu'a|max",
    characters: 'caracteres?|lettres|chiffres',
  },
  and: 'et|ainsi que|de meme que',
  or: 'ou',
  articles:
    "le|la|les|l'|un|une|des|du|de|d'|chaque|tout|toute|tous|toutes|les|nouveau|nouvelle|nouveaux|nouvelles|son|sa|ses|leur|leurs|ce|cette|ces|aux|au|differents|differentes|plusieurs|autres|ses propres|tous les|toutes les",
  aroundNames:
    "entites?|tables?|modeles?|attributs?|champs?|donnees|informations|gestion|administration|enregistrement|suivi|module|classe|structure|crud|consultation|creation|modification|suppression|d[eu]s?|de l'|de la|d'|pour|sur|la|le|les|l'",
  fieldWords:
    'champs?|attributs?|donnees|informations|proprietes|colonnes?|contient|comprend|inclut|possede|a|doit (?:avoir|contenir|comprendre|inclure)|details|suivant(?:e)?s?|stocke|enregistre|caracteristiques|compose(?:e)? de|comporte|est defini(?:e)? par',
  manage:
    'gere|enregistre|cree|stocke|administre|ajoute|annuler|deposer|affecter|cloturer|archiver|envoyer|enregistrer|creer|gerer|administrer|ajouter|sauvegarder|stocker|conserver|editer|modifier|mettre a jour|supprimer|consulter|lister|saisir|inserer|publier|emettre|suivre|afficher|rechercher|visualiser|reserver|planifier|inscrire|generer|crud|copier|attribuer',
  managing:
    'gestion|enregistrement|administration|creation|suivi|maintenance|liste|catalogue|consultation|crud|mise a jour|suppression|edition|modification|saisie|inscription|historique|ajout|base de donnees',
  has: [
    /(?:système|application|plateforme|logiciel|on)\s+(?:(?:doit|devra|permet d'|permettra d')\s*)?(?:enregistrer|stocker|conserver|mémoriser|enregistre|stocke|conserve|mémorise|enregistrera|stockera)\s+(?<fields>.+?)\s+(?:de|pour) chaque (?<entity>[\p{L}]{3,25}(?: (?:de |d'|di )?[\p{L}]{3,25})??)\.?$/iu,
    /^(?:le |la |les |l')?(?<fields>[\p{L}][\p{L} ,'-]{2,80}?) (?:est|sont|sera|seront) (?:enregistré|stocké|conservé)e?s? (?:dans|avec) (?:le |la |les |chaque |l')?(?<entity>[\p{L}][\p{L} '-]{1,40}?)\.?$/iu,
    /^(?:(?:chaque|un|une|le|la|les|tout|toute)\s+|l'\s*)(?<entity>[\p{L}][\p{L}\p{N} \-']{1,40}?)\s+(?:(?:doit|doivent|devra|devront|peut|peuvent|pourra)\s+)*(?:a|ont|aura|auront|avoir|contient|contiennent|contiendra|contenir|comprend|comprennent|comprendra|comprendre|inclut|incluent|inclure|possède|possèdent|posséder|comporte|comporter|est (?:composée?|constituée?|définie?|caractérisée?) (?:de|par)|se compose de|concerne|concernent)\s+(?:(?:les|des|suivantes?|les informations suivantes)?\s*(?:données|champs|attributs|informations|propriétés)(?: suivante?s)?\s*:?\s*)?(?<fields>.+)$/iu,
  ],
  including:
    'avec (?:les )?(?:details|donnees|champs|attributs|informations)(?: suivante?s| comme|:)?|avec|incluant|y compris|comprenant|tel(?:le)?s? que|qui (?:comprend|contient|inclut)|en (?:indiquant|precisant|saisissant)|(?:dont|ses) (?:les )?(?:donnees|champs)|comme(?: par exemple)?|contenant|ayant',
  stopNouns:
    "facturation|systeme|application|appli|app|logiciel|plateforme|site|web|page|ecran|fenetre|vue|formulaire|bouton|menu|tableau de bord|dashboard|rapport|graphique|statistique|interface|espace|espace commun|utilisateur final|serveur|base de donnees|table|donnee|information|detail|enregistrement|champ|attribut|colonne|entite|modele|objet|fonction|fonctionnalite|exigence|besoin|documentation|code|configuration|securite|authentification|autorisation|acces|connexion|deconnexion|inscription|mot de passe|droit|profil|validation|erreur|recherche|filtre|tri|export|import|modification|changement|jalon|planning|calendrier|perimetre|objectif|but|introduction|contexte|probleme|solution|risque|contrainte|regle|regle de gestion|cas d'utilisation|flux|processus|etape|statut|etat|type|nom|identifiant|valeur|numero|date|heure|liste|operation|logique|integration|alerte|rappel|langue|design|technologie|architecture|entree|sortie|resultat|niveau|forme|partie|fois|chose|administrateur|historique|consultation|gestion|administration|suivi|creation|mise a jour|suppression|edition|visualisation|affichage|contenu|tout|periode|jour|mois|annee|temps reel|total|quantite|qualite|performance|disponibilite|outil|acteur|demande client|attribution|clonage|positionnement|rappel d'impaye|email|mail|copie|connexion|espace de gestion|possibilite|ensemble|projet web|visiteur|accueil|contact|mention legale",
  noData:
    "sans persistance|aucune (?:donnee|information) (?:n'est )?(?:stockee|enregistree|conservee|sauvegardee)|sans (?:base de donnees|backend|serveur|stockage)|(?:ne )?(?:necessite|requiert|utilise) (?:pas|aucun\\w*) (?:de )?(?:base de donnees|backend|serveur)|pas de (?:base de donnees|backend|serveur|persistance|stockage)|uniquement (?:cote client|front-?end)|site statique|page statique|en memoire",
  tool: "ligne de commandes?|terminal|console|cli\\b|--[a-z][a-z-]+|bibliotheque (?:logicielle|de fonctions|js|css)|librairie|script|jeu|jeu video|jeu de role|joueur|points de (?:vie|experience)|ennemis?|landing|refonte|maquette|portfolio|css|svg|html|icones?|extension|plugin|module npm|compilateur|parseur|algorithme|calculatrice|convertisseur|simulateur|firmware|arduino|reseau de neurones|dataset|fichier (?:d'entree|de sortie)|genere le code|vitejs|pnpm",
  noLogin:
    'sans (?:connexion|authentification|inscription|compte)|pas de? (?:connexion|authentification|compte|inscription)|(?:ne )?(?:necessite|requiert) (?:pas|aucune) (?:de )?(?:connexion|authentification|inscription)|acces public|mono-?utilisateur',
  denies: [
    /(?:il n'y (?:a|aura) )?pas de (?:table|entité) (?:de |des |pour (?:les )?|d')?(?<entity>[\p{L} -]{2,40}?)(?=$|[.,;)])/iu,
    /(?:les |le |la |l')?(?<entity>[\p{L} -]{2,40}?) ne (?:sont|est|seront|sera) pas (?:stockée?s?|enregistrée?s?|sauvegardée?s?|des entités|une entité)/iu,
  ],
};
