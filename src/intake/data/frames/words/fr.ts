import type { FrameWords } from './frame-words.ts';

export const fr: FrameWords = {
  each: "(?:pour|de|a|sur|par|dans) (?:chaque|chacun(?:e)? des?|tout(?:e)?)(?: nouve(?:au|lle))?|lors (?:de l'|d'une? |du |de la )",
  has: 'correspond(?:ent)? a|a|ont|possede(?:nt)?|comporte(?:nt)?|comprend|comprennent|contient|contiennent|se compose(?:nt)? de|porte|mentionne|indique|est defini(?:e)? par|est rattache(?:e)? a|appartient a',
  take: "(?:on |nous |elle |il |je )?(?:note(?:r|nt|ns)?|notons|saisi(?:r|t|ssent|ssons)|indiqu(?:e|er|ent|ons)|garde(?:r|nt)?|gardons|enregistre(?:r|nt)?|enregistrons|precise(?:r|nt)?|renseigne(?:r|nt)?|conserve(?:r|nt)?|choisi(?:r|t|ssent)|coche(?:r|nt)?|ajoute(?:r|nt)?|joint|joindre|demande(?:r|nt)?|connaitre|connait|veut|voulait|a besoin (?:de la|de l'|du|des|de|d')|avons besoin (?:de la|de l'|du|des|de|d')|faut(?: aussi)?(?: noter| indiquer| saisir)?|retient|retenons|inscri(?:re|t)|mentionne|donne(?:r)?|souhaite (?:avoir|connaitre))",
  done: '(?:(?:est|sont|sera|seront|doit etre|doivent etre|peut etre|peuvent etre)(?: (?:aussi|egalement|toujours|automatiquement))* (?:saisi|indique|note|enregistre|precise|renseigne|conserve|joint|ajoute|choisi|horodate|obligatoire|facultati[fv]|optionnel|requis|demande|necessaire)(?:e|le)?s?)',
  between:
    'aussi|egalement|alors|ensuite|au moins|toujours|simplement|en plus|notamment|la|le jour meme|apres coup',
  stop: "parce que|pour que|afin|car|puisque|lorsque|quand|si|sinon|mais|avant|apres|jusqu|sauf|pour|quand|des que|d'accord|sans",
  lead: "lorsque|quand|si|apres|avant|pour|lors|a|au|aux|en|dans|des|pendant|de|d'|sur|le jour|concernant",
  small:
    "deux|trois|quatre|cinq|six|je|tu|il|elle|on|nous|vous|ils|elles|ce|c'est|qui|que|quoi|quand|ou|comment|est|sont|etait|a|ont|avait|sera|seront|doit|doivent|peut|peuvent|veut|voulait|faut|ne|n'|pas|jamais|plus|et|ou|mais|aussi|pour|par|sur|dans|en|avec|sans|chez|vers|sous|entre|comme|si|car|y|se|s'|lui|leur|les|tout|tous|meme|tres|bien|alors|ensuite|puis|chacun|chacune|souhaite|demande|saisit|note|garde",
  article:
    "le|la|les|l'|une?|des|du|de la|de l'|son|sa|ses|leurs?|notre|nos|mon|ma|mes|chaque|quel(?:le)?s?|ce|cette|un seul|une seule|aussi|au moins un|d'|le ou les",
  joint: "de|du|des|d'|a|en|au",
  not: "ne|n'|pas|jamais|non|aucun|aucune|personne|sans|ni|abandonne|rien",
  weak: '(?:on |nous |elle |il |je )?(?:garde(?:r|nt)?|ajoute(?:r|nt)?|demande(?:r|nt)?|veut|voulait|connait|connaitre|faut.*|retient|donne(?:r)?|a besoin.*|mentionne|souhaite.*)',
  looking: '(?:on |nous |elle |il |je )?choisi(?:r|t|ssent)',
  chosen:
    '(?:on |nous |elle |il |je )?(?:choisi(?:r|t|ssent)|saisi(?:r|t|ssent)|note(?:r|nt)?|indique(?:r)?|enregistre(?:r)?|coche)',
  needed: 'obligatoires?|doit|doivent|requis|necessaires?|il faut|faut',
  free: 'facultati(?:f|ve)s?|optionnel(?:le)?s?|si (?:connue?|disponible|possible)|peut etre vide|peut rester vide|pas toujours|le cas echeant|eventuel(?:le)?(?:ment)?',
  makes: {
    reserver: 'réservation',
    inscrire: 'inscription',
    commander: 'commande',
    louer: 'location',
    livrer: 'livraison',
  },
  about:
    "ce qu'il faut savoir (?:sur|des)|les|le|la|l'|gestion (?:des|de la|du|de l')|suivi (?:des|de la|du)|ecran|formulaire|module",
};
