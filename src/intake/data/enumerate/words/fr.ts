import type { SentenceWords } from './sentence-words.ts';

export const fr: SentenceWords = {
  each: 'chaque tout toute tous toutes',
  article: 'le la les l un une des son sa ses leur leurs nouveau nouvelle ce cette',
  of: 'de du des d pour sur concernant a au aux',
  at: 'dans en par depuis pendant entre selon sous contre vers lors quand si comme afin chez',
  have: 'correspond_a correspondent_a sont_decrits_par sont_decrites_par sont_caracterises_par sont_caracterisees_par sont_definis_par sont_composes_de sont_identifiees_par sont_identifies_par est_constituee_de se_caracterise_par a ont avoir aura auront contient contiennent comprend comprennent inclut incluent possede possedent comporte comportent est_compose_de est_composee_de est_constitue_de est_caracterise_par est_caracterisee_par est_decrit_par est_decrite_par est_identifie_par est_identifiee_par est_defini_par est_definie_par se_compose_de dispose_de porte',
  keep: 'route_recoit endpoint_recoit corps_exige requete_exige api_recoit inscrivent inscrit enregistres enregistrees enregistre enregistrent enregistrer enregistree enregistrees enregistre enregistres stocke stocker stockes conserve conserver conservees note notons noter notent memorise saisit saisir saisis connaitre savoir indique indiquer precise preciser renseigne renseigner garde garder gardons consigne consigner besoin faut veut suivre retient retenir inscrit',
  is: 'est sont etre sera seront doit doivent devra devront peut peuvent pourra y ont_besoin',
  who: 'systeme application on nous je il logiciel plateforme utilisateur',
  info: 'informations donnees attributs champs proprietes suivant suivante suivants suivantes details infos caracteristiques',
  with: 'avec incluant comprenant tels_que telles_que contenant comme dont ainsi_que_ses precisant indiquant',
  which: 'quel quelle quels quelles qui que quand ou si dont lequel laquelle combien',
  it: 'chacun chacune il elle ils elles lui leur celui-ci celle-ci ceux-ci en y',
  small:
    'aussi egalement toujours seulement au_moins autres puis ici principaux principales ensuite notamment',
  and: 'et ainsi_que',
  or: 'ou',
  not: 'ne pas n jamais aucun aucune sans personne',
  attribute:
    'nom prenom numero code titre type genre categorie classe niveau etat statut couleur taille marque modele fabricant materiau unite immatriculation lieu ville pays rue adresse region salle etage sexe langue nationalite sujet objet theme motif resultat methode source origine destination format version auteur contact age poids hauteur longueur largeur volume capacite quantite montant prix cout total date heure jour mois annee debut fin delai duree periode frequence temperature priorite evaluation commentaire note notes remarque remarques description texte image photo fichier document lien courriel email mail telephone portable role service entreprise profession metier salaire remise taxe devise solde espece race variete editeur isbn place rayon lot dose valeur pourcentage proprietaire fournisseur titulaire emplacement diagnostic specialite surface responsable fonction mention effectif puissance',
};
