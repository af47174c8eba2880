import type { Lexicon } from './cue.ts';

export const french: Lexicon = {
  must: 'doit | doivent | devra | devront | devrait | doit etre | doivent etre | devra etre | devront etre | faut | il faut | obligatoire | obligatoires | requis | requise | requises | necessaire | exige | necessite',
  cannot:
    "ne sont jamais | n ' est jamais | n ’ est jamais | ne doit pas | ne doivent pas | ne peut pas | ne peuvent pas | ne peut | ne peuvent | ne devra pas | ne pourra pas | ne pourront pas | ne peut plus | ne peuvent plus | ne doit pas etre | ne doivent pas etre | ne peut pas etre | ne peuvent pas etre | ne peut plus etre | ne peuvent plus etre | ne peut etre | interdit | il est interdit de | ne doit jamais etre | ne doit jamais | ne pourra pas etre | ne pourra plus etre",
  can: 'peut | peuvent | pourra | pourront | peut etre | peuvent etre | pourra etre | aura la possibilite de | a la possibilite de | ont la possibilite de | est autorise a',
  not: "ne | pas | jamais | aucun | aucune | n ' | n ’",
  only: 'seul | seule | seuls | seules | uniquement | seulement | que | exclusivement',
  if: "si | s ' | lorsque | quand | lorsqu ' | tant que | a condition que | dans le cas ou | des que | s ’",
  thus: 'alors',
  unless: 'sauf si | a moins que | sauf',
  until: "jusqu ' a ce que",
  once: 'une fois | une fois que | apres avoir ete | des que',
  and: 'et | ainsi que | mais',
  or: 'ou | ni | /',
  gt: 'superieur a | superieure a | superieurs a | superieures a | plus de | plus grand que | plus grande que | > | depasser | depasse | exceder | excede | au - dessus de | strictement superieur a',
  ge: 'au moins | au minimum | minimum | minimum de | un minimum de | superieur ou egal a | superieure ou egale a | ou plus | ≥ | > = | pas moins de | a partir de | egal ou superieur a | pas avant | egale ou superieure a | pas inferieur a',
  lt: 'inferieur a | inferieure a | inferieurs a | inferieures a | moins de | plus petit que | < | en dessous de',
  le: "au plus | au maximum | maximum | maximum de | un maximum de | inferieur ou egal a | inferieure ou egale a | ou moins | ≤ | < = | pas plus de | jusqu ' a | egal ou inferieur a | pas apres | egale ou inferieure a",
  eq: 'egal a | egale a | egaux a | exactement | identique a | correspondre a | =',
  ne: 'different de | differente de | autre que | ≠',
  after:
    'posterieure a | posterieur a | apres | apres la | apres le | ulterieure a | posterieurs a',
  before:
    "anterieure a | anterieur a | avant | avant la | avant le | avant d ' | avant que | avant de",
  between: 'entre | de | compris entre | comprise entre | dans la plage',
  to: 'a | et | - | –',
  positive: 'positif | positive | positifs | positives | un nombre positif | strictement positif',
  negative: 'negatif | negative | negatifs | negatives',
  'non-negative': 'non negatif | non negative | positif ou nul | zero ou plus',
  empty: 'vide | vides | etre vide | nul | nulle | absent',
  future: 'dans le futur | future | futur | une date future',
  past: 'dans le passe | passee | passe | une date passee',
  today: "aujourd ' hui | date du jour | la date du jour | date actuelle",
  now: "maintenant | l ' heure actuelle",
  required:
    'obligatoire | obligatoires | requis | requise | requises | necessaire | renseigne | renseignee | renseignes | etre renseigne | etre renseignee | fourni | fournie | indique | indiquee | avoir | exige | necessite | precise | precisee | saisi | saisie | contenir | comporter | present | presente',
  optional: 'facultatif | facultative | optionnel | optionnelle | facultatifs',
  unique: 'unique | uniques | etre unique',
  duplicate:
    'doublons | doublon | dupliques | dupliquees | existe deja | dupliquee | duplique | en double | etre en double',
  immutable:
    'immuable | immuables | en lecture seule | fixe | figee | fige | ne peut pas etre modifie | ne peut pas etre modifiee | ne peut plus etre modifie | ne peut plus etre modifiee | non modifiable | non modifiables | ne peut pas changer | ne doit pas changer | ne peut etre modifie | ne peut pas etre change | ne doit pas etre modifie',
  'one-of':
    "l ' un de | une de | un des | une des | l ' une des | l ' un des | l ' une des valeurs | parmi",
  plus: 'plus | +',
  characters: 'caracteres | caractere | lettres',
  digits: 'chiffres | chiffre',
  length: 'longueur | longueur de | de long | de longueur | taille',
  count: 'nombre de | le nombre de',
  sum: 'somme de | somme des | total des',
  own: 'propre | propres | ses propres | leurs propres | son propre',
  per: "par | pour chaque | pour un meme | pour une meme | pour le meme | pour la meme | au sein de | au sein d ' | d ' un meme | dans le meme",
  combination: 'combinaison | combinaison de | la combinaison de | couple',
  same: 'meme | memes | le meme | la meme',
  overlap: 'se chevaucher | chevaucher | se chevauchent | se superposer | chevauchent',
  have: 'contenir | comporter | a | ont | avec | possede | possedent | contient | contiennent | existe | existent | il y a | avoir | associe | associes | associee | associees | ait | comporte | liees | lies',
  belong:
    'appartenir a | appartient a | etre rattache a | etre rattachee a | etre lie a | etre liee a | etre associe a | etre associee a | rattache a | rattachee a | lie a | liee a',
  without: 'sans',
  create:
    'nouveau | nouveaux | nouvelle | nouvelles | faire | creer | cree | creent | ajouter | ajoute | enregistrer | creation de | etre cree | etre creee | inscrire',
  read: 'voir | consulter | consulte | consultent | lire | lister | visualiser | acceder a | rechercher | acceder aux',
  update:
    'modifier | modifie | modifient | editer | mettre a jour | changer | etre modifie | etre modifiee | modification de | etre modifies',
  delete:
    'supprimer | supprime | suppriment | effacer | etre supprime | etre supprimee | etre supprimes | etre supprimees | supprimee | suppression de',
  manage: 'gerer | gere | gerent | administrer | administre | gestion de',
  refuse:
    'refuser | refuse | rejeter | rejette | empecher | renvoie 409 | renvoie 422 | retourne 409 | interdire',
  exists: 'existe deja | existent deja',
  start:
    'commence a | debute en | etat initial est | statut initial est | commence en | initialement | est cree avec le statut',
  terminal: 'restent | reste | sont definitifs | sont definitives | etat final | statut final',
  creation:
    'apres creation | apres sa creation | une fois cree | une fois creee | apres la creation',
  someone: 'utilisateur | utilisateurs | personne | personnes | on',
  filler:
    "le | la | les | l ' | l ’ | un | une | des | du | de | d ' | d ’ | au | aux | a | est | sont | etre | soit | soient | ete | qu ' | que | il | elle | ils | elles | valeur | valeurs | statut | etat | champ | systeme | le systeme | , | ; | chaque | tout | toute | tous | toutes | en | dans | pour | deja | aussi | toujours | y | ce | cette | son | sa | ses | se | avoir | leur | leurs | . | :",
};
