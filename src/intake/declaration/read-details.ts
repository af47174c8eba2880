import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import type { Facts } from './facts.ts';
import { readFormerName } from './read-former-name.ts';
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
  if (says('unique') && !/not unique|non-unique|nicht eindeutig|no unic|nao unic/.test(folded))
    facts.unique = true;
  if (says('key') && !/foreign|estrangeira|foranea|etrangere|外部|外键|외래|внешн/.test(folded))
    facts.key = true;
  if (says('automatic')) facts.automatic = true;
  if (says('readOnly')) facts.readOnly = true;
  if (hidden.test(folded)) facts.secret = true;
  if (says('positive')) facts.min = { value: '0', exclusive: true };
  if (says('notNegative')) facts.min = { value: '0', exclusive: false };
  Object.assign(facts, lengths(folded, vocabulary), bounds(folded, vocabulary), onDelete(folded));
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

/** Nobody reads it back, whatever it holds. */
const hidden =
  /\b(?:never (?:be )?(?:shown|returned|exposed|displayed|read back)(?! (?:to|on|in|for|by|before|if|when|unless|until) (?!any|clients|responses))|write[ -]?only)\b/;

function lengths(folded: string, vocabulary: Vocabulary): Facts {
  const unit = words(vocabulary, 'characters');
  const facts: Facts = {};
  const range = vocabulary
    .pattern(
      'details-2',
      () =>
        new RegExp(
          `(\\d{1,6})\\s*(?:-|~|〜|to|and|a|bis|до|y|e|et|and)\\s*(\\d{1,6})\\s*(?:個|个)?\\s*(?:${unit})`,
          'u',
        ),
    )
    .exec(folded);
  if (range !== null) return { minLength: Number(range[1]), maxLength: Number(range[2]) };
  const most = vocabulary
    .pattern(
      'details-3',
      () =>
        new RegExp(
          `(?:${words(vocabulary, 'atMost')})\\s*[:=]?\\s*(\\d{1,6})\\s*(?:${unit})|(\\d{1,6})\\s*(?:${unit})\\s*(?:${words(vocabulary, 'atMost')})|max[ _-]?len(?:gth)?\\s*[:=(]?\\s*(\\d{1,6})|(?:${unit})\\s*(?:<=|≤)\\s*(\\d{1,6})`,
          'u',
        ),
    )
    .exec(folded);
  const maximum = first(most);
  if (maximum !== undefined && maximum >= 1) facts.maxLength = maximum;
  const least = vocabulary
    .pattern(
      'details-4',
      () =>
        new RegExp(
          `(?:${words(vocabulary, 'atLeast')})\\s*[:=]?\\s*(\\d{1,6})\\s*(?:${unit})|(\\d{1,6})\\s*(?:${unit})\\s*(?:${words(vocabulary, 'atLeast')})|min[ _-]?len(?:gth)?\\s*[:=(]?\\s*(\\d{1,6})`,
          'u',
        ),
    )
    .exec(folded);
  const minimum = first(least);
  if (minimum !== undefined) facts.minLength = minimum;
  if (most === null && least === null) {
    const exact = vocabulary
      .pattern(
        'details-5',
        () =>
          new RegExp(
            `(?<![\\d-])(\\d{1,4})\\s*(?:${unit})(?!\\S*\\s*(?:${words(vocabulary, 'atLeast')}))`,
            'u',
          ),
      )
      .exec(folded);
    if (exact !== null && Number(exact[1]) >= 1) facts.maxLength = Number(exact[1]);
  }
  return facts;
}

const number = String.raw`(-?\d{1,12}(?:\.\d{1,6})?)`;

function bounds(folded: string, vocabulary: Vocabulary): Facts {
  const unit = words(vocabulary, 'characters');
  const noUnit = `(?!\\d|\\s*(?:${unit})|[-/.]\\d)`;
  const between = vocabulary
    .pattern(
      'details-6',
      () =>
        new RegExp(
          `(?:^|[\\s(（\\[,:])(?:between |entre |zwischen |tra |от |range:? ?)?${number}\\s*(?:-|~|〜|\\.\\.\\.?|to|and|y|e|et|und|до|a)\\s*${number}${noUnit}`,
          'u',
        ),
    )
    .exec(folded);
  const facts: Facts = {};
  if (between !== null && Number(between[1]) < Number(between[2])) {
    facts.min = { value: between[1] ?? '', exclusive: false };
    facts.max = { value: between[2] ?? '', exclusive: false };
    return facts;
  }
  const least = vocabulary
    .pattern(
      'details-7',
      () =>
        new RegExp(
          `(?:${words(vocabulary, 'atLeast')})\\s*(?:value)?\\s*[:=(]?\\s*${number}${noUnit}|${number}\\s*(?:以上|이상)`,
          'u',
        ),
    )
    .exec(folded);
  const most = vocabulary
    .pattern(
      'details-8',
      () =>
        new RegExp(
          `(?:${words(vocabulary, 'atMost')})\\s*(?:value)?\\s*[:=(]?\\s*${number}${noUnit}|${number}\\s*(?:以下|이하)`,
          'u',
        ),
    )
    .exec(folded);
  const above = vocabulary
    .pattern(
      'details-9',
      () =>
        new RegExp(
          `(?:>|greater than|more than|mayor (?:que|a)|maior (?:que|do que)|superieur a|grosser als|больше)\\s*${number}${noUnit}`,
          'u',
        ),
    )
    .exec(folded);
  const below = vocabulary
    .pattern(
      'details-10',
      () =>
        new RegExp(
          `(?:<|less than|smaller than|menor (?:que|a)|inferieur a|kleiner als|меньше)\\s*${number}${noUnit}`,
          'u',
        ),
    )
    .exec(folded);
  const minimum = least?.[1] ?? least?.[2];
  const maximum = most?.[1] ?? most?.[2];
  if (minimum !== undefined) facts.min = { value: minimum, exclusive: false };
  else if (above?.[1] !== undefined) facts.min = { value: above[1], exclusive: true };
  if (maximum !== undefined) facts.max = { value: maximum, exclusive: false };
  else if (below?.[1] !== undefined) facts.max = { value: below[1], exclusive: true };
  return facts;
}

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
  const word = words(vocabulary, 'default');
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

function words(
  vocabulary: Vocabulary,
  flag: 'characters' | 'atMost' | 'atLeast' | 'default',
): string {
  return vocabulary.lexicons
    .map((lexicon) => lexicon.flags[flag])
    .filter((word) => word !== undefined)
    .join('|');
}

function first(match: RegExpExecArray | null): number | undefined {
  const found = match?.slice(1).find((group) => group !== undefined);
  return found === undefined ? undefined : Number(found);
}
