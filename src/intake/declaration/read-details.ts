import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import type { Facts } from './facts.ts';
import { knownFormat } from './known-formats.ts';
import { readAlphabet, readCount, readFormat } from './read-format.ts';
import { readFormerName } from './read-former-name.ts';
import { readLimits } from './read-limits.ts';
import { readValues } from './read-values.ts';

/**
 * Constraints in free words: "required, unique, max 80 characters, default 0, one of a, b".
 * Only what is said of the field itself: for a description, a cell of constraints, a remark in parentheses.
 */
export function readDetails(stated: string, vocabulary: Vocabulary): Facts {
  const facts: Facts = {};
  const { name, rest: written } = readFormerName(stated);
  if (name !== undefined) facts.formerly = name;
  // The numbers of a regular expression bound nothing.
  const expression = /(?:^|[\s`/(])(\^[^\s`]{3,200}\$)(?=$|[\s`/),.;])/.exec(written)?.[1];
  const text = expression === undefined ? written : written.replace(expression, '');
  const folded = foldText(text);
  const says = (flag: Parameters<Vocabulary['flag']>[0]) => vocabulary.flag(flag).test(folded);
  const conditional = vocabulary
    .pattern(
      'details-1',
      () =>
        new RegExp(
          [
            '(?:required|mandatory|compulsory|obligatori\\w*|obligatoires?|pflicht(?:feld)?|verpflichtend|verplicht|wymagane)[,;:]?\\s+(?:only\\s+)?(?:if|when|for|unless|si|se|cuando|quando|para|pour|per|wenn|falls|bei|fur|als|bij|gdy|dla)(?![a-z])',
            '(?:обязательн\\S*)[,;:]?\\s+(?:если|при|когда|для)',
            // "adjust 時必須", "조정 시 필수": the condition stands before.
            '(?:時|の場合|場合|際|とき)(?:は|に|には|のみ)*(?:必須|必要)|(?:시|경우)(?:에만|에는|에)?\\s*필수|(?:时|情况下)(?:才)?(?:必填|必须)',
          ].join('|'),
          'u',
        ),
    )
    .test(folded);
  // "NOT NULL" has the word `null` in it.
  const positive = folded.replace(/\bnot null\b|\bnon-?null(?:able)?\b/g, ' required ');
  if (vocabulary.flag('optional').test(positive) && !/not optional/.test(folded))
    facts.required = false;
  else if (
    says('required') &&
    !conditional &&
    !/not required|nao obrigat|no obligat|non obligat|不要|필수 ?아님/.test(folded)
  )
    facts.required = true;
  const scope = within.exec(folded)?.[1];
  if (scope !== undefined) facts.uniqueWithin = scope;
  else if (says('unique') && !notUnique.test(folded)) facts.unique = true;
  if (says('key') && !/foreign|estrangeira|foranea|etrangere|外部|外键|외래|внешн/.test(folded))
    facts.key = true;
  if (says('automatic')) facts.automatic = true;
  if (says('readOnly') && !partly.test(folded)) facts.readOnly = true;
  if (hidden.test(folded)) facts.secret = true;
  if (says('positive')) facts.min = { value: '0', exclusive: true };
  if (says('notNegative')) facts.min = { value: '0', exclusive: false };
  const format = readFormat(folded) ?? readCount(folded) ?? knownFormat(folded);
  const made = format ?? readAlphabet(folded);
  if (made !== undefined) facts.pattern = made;
  // The numbers of a format are no limits.
  if (format === undefined) Object.assign(facts, readLimits(folded, vocabulary));
  Object.assign(facts, onDelete(folded));
  const given = defaultOf(text, vocabulary);
  if (given !== undefined) facts.default = given;
  const values = valuesOf(text);
  if (values !== undefined) facts.values = values;
  const pattern = /(?:regex|pattern|format|matches)\s*[:=]?\s*[`/]([^`\s]{3,200})[`/]/i.exec(
    text,
  )?.[1];
  if (expression !== undefined) facts.pattern = expression;
  else if (pattern !== undefined && /[\\[\]^$+*{}]/.test(pattern))
    facts.pattern = pattern.replace(/^\/|\/$/g, '');
  return facts;
}

/** "cannot be changed after approval", "read-only for members": not always, or not for all. */
const partly =
  /\b(?:(?:after|once|when|if|unless|until|while|except|by|for|nach|sobald|wenn|sofern|fur|von|despues de|una vez|cuando|si|para|por|apos|depois de|quando|se|apres|une fois|lorsque|pour|dopo|per|da) (?!(?:the )?(?:creation|created|insert|registration|saving)|(?:der )?(?:erstell|anlage|anlegen)|(?:la )?creacion|(?:a )?criacao|(?:la )?creation|(?:la )?creazione))/;

const notUnique = /not unique|non-unique|nicht eindeutig|no unic|nao unic/;
/** Only among those of one other record. */
const within =
  /(?:unique|unic[oa]|eindeutig|einmalig|univoc[oa])\s+(?:per|within|inside|(?:for|in|within) (?:each|every|one|the)|among|pro|je|innerhalb(?: von)?|por|dentro d[eao]l?|para cada|par|dans|nel|nella|all'interno d[ei]\S*)\s+(?:(?:the|an?|each|every|one|its|an?|de[rs]|eine[rs]?|la|el|las?|le|lo|o|un[ae]?|cada|chaque|ogni|same)\s+)*(\p{L}[\p{L} -]{1,30}?)(?=$|[^\p{L} -]|\s(?:and|und|y|e|et|or|so|but)\s)/u;

/** Nobody reads it back, whatever it holds. */
const hidden =
  /\b(?:never (?:be )?(?:shown|returned|exposed|displayed|read back)(?! (?:to|on|in|for|by|before|if|when|unless|until) (?!any|clients|responses))|write[ -]?only)\b/;

function onDelete(folded: string): Facts {
  const found = /on delete (cascade|set null|restrict|no action)|(cascade) (?:on )?delet/.exec(
    folded,
  );
  const action = found?.[1] ?? found?.[2];
  if (action === undefined) return {};
  return {
    onDelete: action === 'cascade' ? 'cascade' : action === 'set null' ? 'clear' : 'restrict',
  };
}

function defaultOf(text: string, vocabulary: Vocabulary): string | undefined {
  const word = vocabulary.lexicons
    .map(({ flags }) => flags.default)
    .filter(Boolean)
    .join('|');
  const after = vocabulary
    .pattern(
      'details-11',
      () =>
        new RegExp(
          `(?<![\\p{L}])(?:${word})\\s*(?:value|valor|wert)?\\s*(?:[:=：]|is|to|of|es|e|est|ist|を|は|は)?\\s*[(（]?\\s*(?:\`([^\`]{1,60})\`|"([^"]{1,60})"|'([^']{0,60})'|(-?\\d+(?:\\.\\d+)?)|([\\p{L}_][\\p{L}\\p{N}_]*(?:\\(\\))?))`,
          'iu',
        ),
    )
    .exec(text.normalize('NFC'));
  const before = /[(（]\s*([\p{L}\p{N}_]{1,30})\s+by default\s*[)）]?/iu.exec(text)?.[1];
  const value = after?.slice(1).find((group) => group !== undefined) ?? before;
  return value !== undefined && /^(?:value|the|null|none|a|an|is|to|auto)$/i.test(value)
    ? undefined
    : value;
}

function valuesOf(text: string): Facts['values'] {
  const called =
    /(?<![\p{L}_])(?:one of|enum(?:eration)?|(?:possible |allowed |valid )?values?(?: are)?|options?|∈|either|can be|in(?=\s*[:：]?\s*[[({（`"'])|uno de|um de|soit|entweder|значения|取值|可选值|値|값)(?![\p{L}_])\s*[:：]?\s*([[({（][^\])}）]{3,300}[\])}）]|(?:`[^`]{1,40}`|"[^"]{1,40}"|'[^']{1,40}')(?:\s*(?:,|\/|\||or|and|、)\s*(?:`[^`]{1,40}`|"[^"]{1,40}"|'[^']{1,40}'))+|[\p{L}\p{N}_]{2,40}(?:\s*(?:,|\/|\|)\s*[\p{L}\p{N}_ ]{2,40})+)/iu.exec(
      text,
    )?.[1];
  const numbered =
    /(?:^|[\s(（:：])((?:\d{1,2}\s*(?:[-–=:：]|\s(?=[^\x20-\x7e]))\s*[\p{L}][^,;，；、|\d]{0,50}[,;，；、|/]\s*)+\d{1,2}\s*(?:[-–=:：]|\s(?=[^\x20-\x7e]))\s*[\p{L}][^,;，；、|\d)）]{0,50})/u.exec(
      text,
    )?.[1];
  const yesNo = /\b(true)\s*[:=].{1,40}\b(false)\s*[:=]/i.exec(text);
  if (yesNo !== null)
    return [
      { value: 'true', label: 'true' },
      { value: 'false', label: 'false' },
    ];
  const quoted = /(?:`[\w-]{1,40}`\s*[,/|]\s*)+(?:(?:or|and)\s+)?`[\w-]{1,40}`/.exec(text)?.[0];
  const piped = /(?:^|[\s(（])((?:[\p{L}\p{N}_-]{1,30}\s?[|｜]\s?)+[\p{L}\p{N}_-]{1,30})/u.exec(
    text,
  )?.[1];
  const capitals =
    /(?:^|[\s(（:])((?:[A-Z][A-Z0-9_]{1,30}\s?[/,、，]\s?)+[A-Z][A-Z0-9_]{1,30})(?=$|[\s).）。])/.exec(
      text,
    )?.[1];
  const found = numbered ?? called ?? quoted ?? piped ?? capitals;
  return found === undefined ? undefined : readValues(found);
}
