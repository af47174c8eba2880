import { numberWord } from '../statements/text/numbers.ts';

/** Characters by what people call them, folded; capitals and small letters first. */
const KINDS: readonly (readonly [words: string, characters: string])[] = [
  [
    '(?:capital|upper-?case) letters?|capitals|grossbuchstaben|letras mayusculas|mayusculas|letras maiusculas|maiusculas|lettres majuscules|majuscules|lettere maiuscole|hoofdletters',
    '[A-Z]',
  ],
  [
    '(?:small|lower-?case) letters?|kleinbuchstaben|letras minusculas|minusculas|lettres minuscules|minuscules|lettere minuscole|kleine letters',
    '[a-z]',
  ],
  ['letters?|buchstaben|letras|lettres|lettere', '[A-Za-z]'],
  ['digits?|numerals|ziffern|digitos|chiffres|cifre|cijfers', '[0-9]'],
];

/** What stands between them: "a hyphen". */
const SIGNS: readonly (readonly [words: string, sign: string])[] = [
  ['hyphen|dash|bindestrich|guion|hifen|tiret|trattino|streepje', '-'],
  ['slash|schragstrich|barra', '/'],
  ['dot|point|punkt|punto|ponto', '\\.'],
  ['underscore|unterstrich', '_'],
];

const either = (words: readonly (readonly [string, string])[]) =>
  words.map(([word]) => `(${word})`).join('|');
const counted = `(\\d{1,2}|\\p{L}{2,6}) (?:${either(KINDS)})`;
const sign = `(?:(?:an?|one|eine?[mn]?|uno?|una|uma?|une|een) )?(?:${either(SIGNS)})`;
const between =
  '(?:\\s*[,+]\\s*(?:(?:then|dann|luego|puis|poi) )?(?:(?:and|und|y|e|et|en) )?|\\s(?:followed by|seguid[oa]s? (?:de|por|da)|gefolgt von|suivie?s? (?:de|par)|seguit[ie] da|gevolgd door|and then|then|and|dann|und|luego|y|depois|puis|et|poi|e|en)\\s)';
const part = `(?:${counted}|${sign})(?!\\p{L})`;
const format = new RegExp(`(?<!\\p{L})${part}(?:${between}${part}){1,7}`, 'u');
const parts = new RegExp(part, 'gu');
const some = new RegExp(
  `(?:^|[:：,;(（]) ?(?:(?:string|text|varchar|code|number|an?|of|exactly|genau|exactamente|exatamente|exactement|esattamente|precies) )*(\\d{1,2}|\\p{L}{2,6})(?: ?(?:-|–|to|bis|a|à|до) ?(\\d{1,2}))?[ -](?:${either(KINDS)})(?: (?:code|number|pin|long))?(?=$|[),.;，、])`,
  'u',
);
const words = KINDS.map(([word]) => `(?:${word})`).join('|');
const alone = new RegExp(
  `(?<!\\p{L})(?:(?:only|nur|solo|apenas|so|seulement|uniquement) (${words})|(${words}) (?:only|seulement|uniquement))(?!\\p{L}| (?:and|or|und|oder|y|o|e|ou|et|the)(?!\\p{L}))`,
  'u',
);

/**
 * The pattern of "3 letters followed by 4 digits": two kinds of characters or more, each with its number, one after
 * the other. Undefined for anything else.
 * @param folded without accents and capitals
 */
export function readFormat(folded: string): string | undefined {
  const found = /\p{L}{4}/u.test(folded) ? format.exec(folded)?.[0] : undefined;
  if (found === undefined) return undefined;
  const patterns = [...found.matchAll(parts)].map((groups) => patternOf(groups.slice(1)));
  const numbered = patterns.filter((pattern) => pattern?.startsWith('['));
  return numbered.length >= 2 && patterns.every((pattern) => pattern !== undefined)
    ? `^${patterns.join('')}$`
    : undefined;
}

/**
 * The pattern of so many letters or digits: "exactly 5 digits", "4-digit code", "10 to 12 digits". Undefined for
 * "up to 5 digits", which is a limit, and for what stands before or behind a point.
 */
export function readCount(folded: string): string | undefined {
  const [, least = '', most, ...named] = some.exec(folded) ?? [];
  const kind = KINDS[named.findIndex((word) => word !== undefined)];
  const number = Number(/^\d+$/.test(least) ? least : numberWord(least)?.value);
  if (kind === undefined || !(number > 0) || number > Number(most ?? number)) return undefined;
  return `^${kind[1]}{${number}${most === undefined ? '' : `,${Number(most)}`}}$`;
}

/** The pattern of "digits only": one kind of characters, as many as there may be. Undefined for anything else. */
export function readAlphabet(folded: string): string | undefined {
  const [, after, before] = alone.exec(folded) ?? [];
  const kind = after ?? before;
  const known = KINDS.find(
    ([word]) => kind !== undefined && new RegExp(`^(?:${word})$`).test(kind),
  );
  return known && `^${known[1]}+$`;
}

/** @param groups the number, then what was found of each kind and each sign */
function patternOf([many, ...named]: readonly (string | undefined)[]): string | undefined {
  const at = named.findIndex((word) => word !== undefined);
  if (many === undefined) return SIGNS[at - KINDS.length]?.[1];
  const number = Number(/^\d+$/.test(many) ? many : numberWord(many)?.value);
  return number > 0 ? `${KINDS[at]?.[1]}{${number}}` : undefined;
}
