import type { Language } from '../../words/language.ts';

/** Limits that only a value has, in whatever Romance language. */
const limits =
  '(?:(?:\\p{L}+ ){0,2}?(?:únic|unic|uniqu|válid|valid|obrigatóri|obligatori|obligatoire|obbligatori|positiv|posterior|postérieur|successiv|anterior|antérieur|precedente|maior|mayor|maggiore|supérieur|menor|minore|inférieur|numéric|numeric|entre|tra |compris|predefinid|pelo menos|no mínimo|no máximo|al menos|como mínimo|como máximo|mínimo|máximo|au moins|au minimum|au maximum|almeno|al massimo|al minimo|(?:uma?|una?) d(?:os|as|e los|e las) |\\d))';

/**
 * "A senha deve ter pelo menos 8 caracteres", "El código debe ser único": what such a rule limits is an attribute.
 * What stands before the match is the attribute.
 */
export const ruledWords: Readonly<Partial<Record<Language, RegExp>>> = {
  es: new RegExp(
    `\\s(?:(?:debe|deben|deberá|deberán|tiene que|ha de) (?:ser|tener|contener|estar|quedar)|no puede (?:superar|exceder|ser menor|ser mayor|estar vací[oa]|repetirse)) ${limits}`,
    'iu',
  ),
  pt: new RegExp(
    `\\s(?:(?:deve|devem|deverá|precisa|tem de|tem que) (?:ser|ter|conter|estar|ficar|possuir)|não pode (?:ultrapassar|exceder|ser menor|ser maior|ficar vazi[oa]|repetir)) ${limits}`,
    'iu',
  ),
  fr: new RegExp(
    `\\s(?:(?:doit|doivent|devra) (?:être|avoir|contenir|comporter|faire)|ne (?:peut|doit) pas (?:dépasser|excéder|être inférieure?|être supérieure?)) ${limits}`,
    'iu',
  ),
  it: new RegExp(
    `\\s(?:(?:deve|devono|dovrà) (?:essere|avere|contenere)|non può (?:superare|eccedere|essere minore|essere maggiore)) ${limits}`,
    'iu',
  ),
};
