import { rememberedTexts } from '../remembered-texts.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { nonLatin } from '../words/script.ts';
import type { Facts } from './facts.ts';
import { mergeFacts } from './facts.ts';
import { pieces } from './pieces.ts';
import { readDetails } from './read-details.ts';
import { readFormerName } from './read-former-name.ts';
import { isFlags } from './is-flags.ts';
import { choicesAmongTypes, listedValues } from './listed-values.ts';
import { withoutAdjective } from './field-adjectives.ts';
import { readForeignPhrase } from './foreign-phrase.ts';
import { readPhrase } from './read-phrase.ts';
import { readType } from './read-type.ts';
import { withoutClause } from './without-clause.ts';

/** A field as one line, list item or list element declares it. */
export interface FieldReading {
  /** As written, without quotes: `dueDate`, `Fecha de entrega`. */
  readonly name: string;
  /** A second name, such as the identifier in `이름 (name)`. */
  readonly alias: string | undefined;
  readonly facts: Readonly<Facts>;
  /** It states a type, a key or a constraint, or its name is an identifier: more than a noun in a list. */
  readonly declared: boolean;
}

const delimiter =
  /\s*(?:[:：]|\s[-–—]+>?\s|->|→|⇒|=>|[([{（【＜<]|\s=\s?|[?？](?=\s|$|[:：,(])|\s(?:≥|<=|>=|≤|>|∈)|[–—](?=\s|\p{L})|\s\/\/)/u;

/** Only what is no part of a name: "new state" keeps its adjective. */
const articles =
  /^(?:(?:later|finally|possibly|optionally) (?=the|an? |its )|(?:an?|the|any|its|their|his|her|your|de|el|la|los|las|un|una|een|het|sus?|os|as|o|um|uma|seus?|suas?|sua|le|les|une|des|ses|son|sa|leurs?|der|die|das|den|dem|eine?[nrms]?|il|lo|gli|i|uno|suo|suoi|sue|leur|hun|haar|zijn|dei|degli|delle)\s+|(?:[ldLD]|[uU]n)['’](?=\p{L}))/iu;

/**
 * Reads `name: type, required`, `name (type)`, `` `name` - what it is (optional) ``, `name TYPE NOT NULL`, `name?`
 * or a bare noun.
 * @returns undefined when the text can't be the declaration of a field
 */
export const readField = rememberedTexts(
  (text, vocabulary: Vocabulary): FieldReading | undefined => {
    if (text.length > 2000) return undefined;
    if (/(?:^|[\s`])\/[\w:{]|\b(?:GET|POST|PUT|PATCH|(?<!\bON )DELETE)\b/.test(text))
      return undefined;
    const { name: formerly, rest: said } = readFormerName(text);
    const line = said
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^(?:[-*•+]\s+)+/, '')
      .replace(/[\s.;,。；，、]+$/, '');
    if (/^@@?\w/.test(line)) return undefined;
    const prefixed = /^(PK|FK|AK|UK|pk|fk)\s*[:：]\s*(.+)$/.exec(line);
    // "`issued_on`, `due_on` dates": the type of several stands behind the last.
    const body = (prefixed?.[2] ?? line).replace(
      /^([`"]?[a-z]\w*[`"]?) (date|timestamp|string|number|integer|boolean|text)s$/,
      '$1: $2',
    );
    const end = delimiter.exec(body);
    const raw = end === null || end.index === 0 ? body : body.slice(0, end.index);
    const rest = end === null || end.index === 0 ? '' : body.slice(end.index);
    const { name, trailing } = splitTrailing(
      raw
        .replace(/^(?:le ou les|la ou les|der oder die|el o los|il o i) /iu, '')
        .replace(articles, ''),
      rest,
      vocabulary,
    );
    const plain = unquoted(name).replace(articles, '').trim();
    const phrase = readPhrase(plain) ?? readForeignPhrase(plain);
    const { bare, adjective } = withoutAdjective(
      (phrase?.name ?? unquoted(name)).replace(articles, '').trim(),
    );
    const isIdentifier =
      /^[`"]?[A-Za-z_$][\w$]*[`"]?$/.test(name) &&
      (/[a-z][A-Z]|_/.test(name) || /^[`"]/.test(name));
    const noun = withoutClause(bare);
    if (noun === undefined || !isFieldName(noun)) return undefined;
    let facts = trailing;
    if (/^\s*[?？]/.test(rest)) facts.required = false;
    const described = readRest(rest, noun, vocabulary);
    facts = mergeFacts({ ...phrase?.facts, ...adjective }, mergeFacts(described.facts, facts));
    const prefix = prefixed?.[1]?.toLowerCase();
    if (prefix === 'pk') facts.key = true;
    if (prefix === 'fk' && facts.type?.kind !== 'reference')
      facts.type = { kind: 'reference', to: undefined, cardinality: 'one' };
    if (formerly !== undefined) facts.formerly = formerly;
    if (phrase !== undefined && phrase.name !== plain && plain.length <= 60) facts.label = plain;
    const { description: _, typeWords: __, label: ___, ...stated } = facts;
    return {
      name: noun,
      alias: described.alias,
      // Whoever reads the same text gets the same object.
      facts: Object.freeze(facts),
      declared: isIdentifier || prefix !== undefined || Object.keys(stated).length > 0,
    };
  },
);

/** What stands for something that was named before. */
const pronoun =
  /^(?:one|ones|it|them|they|this|that|these|those|all|any|both|either|neither|none|each|others?|of|if|so|too|and|or|und|oder|ou|et|that is all|wir|uns|es|nous|on|yo|noi)$/i;

/** The number of a criterion or requirement: "CA1: the receipt can be printed". */
const criterion =
  /^(?:CA|AC|RF|FR|RNF|NFR|BR|RN|US|HU|UC|CU|TC|REQ|ENF|EF)[-_. ]?\d{1,3}(?:[.-]\d{1,3})*$/;

/** A noun phrase that can be the name of a field. */
export function isFieldName(name: string): boolean {
  if (name === '' || !/\p{L}/u.test(name) || /^\d+(?:[.\s)]|$)/.test(name)) return false;
  if (pronoun.test(name) || criterion.test(name)) return false;
  // "Audit logs are immutable": a sentence.
  if (/\p{L}{2} (?:are|is being|were|cannot|can(?:no|')t) \p{L}/iu.test(name)) return false;
  if (/(?:^|\s)(?:must|should|shall|will|deve|debe|doit|muss|soll|должен)\s/iu.test(name))
    return false;
  const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(
    name,
  );
  if (isWide)
    return (
      name.length <= 20 &&
      !/^(?:帮助|同时|能够|便于|方便|确保|(?:支持|提供|通过|保证).{5,})|可以/u.test(name) &&
      !/[。！？]|(?:する|している|されている|れている|ている|できる|です|ます|した|ない|こと|か|한다|된다|있다|하다|합니다|했다|됨|함)$/u.test(
        name,
      )
    );
  return (
    name.length <= 200 &&
    name.replace(/ (?:de|del|da|do|du|des|di|of|por|par|per)(?= )/giu, '').split(/\s+/).length <=
      5 &&
    !/[.!?]\s/.test(name.replace(/\b(?:max|min|no|nr|avg|est|approx|tel|ref|std|qty)\.\s/gi, ''))
  );
}

/** `employeeNumber PK`, `price DECIMAL(10,2) NOT NULL`, `username unique`: what follows the name without any sign. */
function splitTrailing(
  raw: string,
  rest: string,
  vocabulary: Vocabulary,
): { name: string; trailing: Facts } {
  const words = raw.split(' ');
  if (words.length < 2) return { name: raw, trailing: {} };
  const isSized = /^\s*[(（]\s*\d/.test(rest) || /\senum$/i.test(raw);
  const sized = isSized ? (/^\s*[(（][^)）]*[)）]/.exec(rest)?.[0].trim() ?? '') : '';
  // "a unique id" is no field called "a".
  const least = articles.test(`${words[0]} `) ? 2 : 1;
  for (let count = least; count < words.length; count += 1) {
    const tail = words.slice(count).join(' ') + sized;
    const isCapital = /^[A-Z]{2,}/.test(tail) && /^[a-z_]/.test(words[count - 1] ?? '');
    const type =
      isCapital || count === words.length - 1 || sized !== ''
        ? readType(tail, vocabulary)
        : undefined;
    const identifier = /^[`"]?[a-z_][\w]*[`"]?$/.test(words[0] ?? '') && count === 1;
    if (
      type !== undefined &&
      identifier &&
      (isCapital ||
        vocabulary.lexicons.length === 1 ||
        !/^(?:money|number|decimal)$/.test(type.type?.kind ?? '')) &&
      (isCapital || type.type?.kind !== 'reference') &&
      !isPlainNoun(tail)
    )
      return { name: words.slice(0, count).join(' '), trailing: type };
    if (isFlags(tail, vocabulary))
      return {
        name: words.slice(0, count).join(' ').replace(/,$/, ''),
        trailing: readDetails(tail, vocabulary),
      };
  }
  return { name: raw, trailing: {} };
}

/** `due date`, `image url`: the last word names a type and still belongs to the name. */
function isPlainNoun(tail: string): boolean {
  return /^(?:date|time|url|link|e-?mail|mail|correo|telefono|téléphone|telefon|telepon|telp|surel|tanggal|jam|gambar|foto|daftar|phone|price|amount|number|count|text|image|file|hash|password|id|list|color|colour|flag|day|year|hours?|minutes?|days|options?|set|record|map|object|photo|address)$/i.test(
    tail,
  );
}

function readRest(
  rest: string,
  name: string,
  vocabulary: Vocabulary,
): { facts: Facts; alias: string | undefined } {
  const content = rest
    .replace(/^\s*(?:[:：]|∈|[-–—]+>?|→|⇒|=>?|\/\/|[?？]\s*[:：]?)\s*/, '')
    .trim();
  if (content === '') return { facts: {}, alias: undefined };
  let facts: Facts = {};
  let alias: string | undefined;
  const measured = measures.exec(content);
  if (measured !== null)
    return { facts: { type: { kind: measured[1] === undefined ? 'number' : 'money' } }, alias };
  if (
    /[;,]\s*(?:several|multiple|more than one)(?: (?:possible|allowed|values?|choices?))*\s*[)）]?$/iu.test(
      content,
    )
  )
    return { facts: { type: { kind: 'list', items: { kind: 'string' } } }, alias };
  const choices = choicesAmongTypes(content, name, vocabulary);
  const whole = readType(content, vocabulary);
  if (choices !== undefined) facts.values = choices;
  else if (whole !== undefined) facts = whole;
  else {
    for (const [index, piece] of pieces(content).entries()) {
      const read =
        facts.type === undefined
          ? (readType(piece, vocabulary) ?? typeAtStart(piece, vocabulary))
          : undefined;
      // "equipment (projector, whiteboard, phone)": further down such words are examples.
      const isExample = index > 1 && ['phone', 'email', 'url'].includes(read?.type?.kind ?? '');
      const type = isExample ? undefined : read;
      if (
        type !== undefined &&
        !(
          type.type?.kind === 'reference' &&
          type.type.to !== undefined &&
          !/->|→|:|\bto\b|references|fk|^(?:list|array|set|collection)s? of |^(?:many|several|multiple) /i.test(
            piece,
          )
        )
      )
        facts = mergeFacts(facts, type);
      else if (/^[a-z_][A-Za-z0-9_]*$/.test(piece) && nonLatin.test(name) && alias === undefined)
        alias = piece;
    }
  }
  facts = mergeFacts(readDetails(rest, vocabulary), facts);
  if (
    facts.type?.kind === 'reference' &&
    /[,;(]\s*(?:many|several|multiple|m:n|n:m)\s*(?:$|[,;)])/i.test(content)
  )
    facts.type = { ...facts.type, cardinality: 'many' };
  if (facts.values === undefined && facts.type === undefined) {
    const listed = listedValues(content, /^\s*[(（]/.test(rest), name, vocabulary);
    if (listed !== undefined) facts.values = listed;
  }
  const currency = facts.type?.kind === 'money' ? currencies.exec(content)?.[0] : undefined;
  if (currency !== undefined) facts.type = { kind: 'money', currency };
  const [kind = ''] = /^\s*[(（]/.test(rest) ? pieces(content) : [];
  // "Leader (Member)": what is in the bracket may be an entity.
  if (
    (facts.type ?? facts.values) === undefined &&
    /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(kind) &&
    !/(?:name|title|code|number|bezeichnung|nummer)$/i.test(name)
  )
    facts.typeWords = kind;
  facts.description = content;
  return { facts, alias };
}

/** "(g/dl)", "(km/h)": what it is measured in, not two values. */
const measures =
  /^[(（[]\s*(?:(€|eur|usd|\$|£|gbp)|g|mg|kg|µg|ml|l|mmol|km|m|cm|mm|kwh|kw|w|pcs)\s*\/\s*(?:dl|l|ml|h|hr|hour|s|min|kg|g|m|m²|m2|km|day|night|week|month|year|pcs?)\s*[)）\]]$/iu;

/** ISO 4217 codes that people name; any three capitals could be anything. */
const currencies =
  /\b(?:AUD|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|EUR|GBP|HKD|HUF|IDR|ILS|INR|JPY|KRW|MXN|MYR|NOK|NZD|PEN|PHP|PLN|RON|RUB|SEK|SGD|THB|TRY|TWD|UAH|USD|VND|ZAR)\b/;

/** `varchar(100) NOT NULL`, `numeric(10,2) default 0`, `int PK`: what a column of SQL says after its type. */
const sqlColumn =
  /^((?:(?:var)?char|character varying|text|(?:big|small|tiny)?int|integer|serial|numeric|decimal|float|real|double|bool(?:ean)?|date|datetime|timestamp\w*|time|uuid|json)(?:\s?\(\d{1,5}(?:\s?,\s?\d{1,2})?\))?)\s+(?=not null\b|null\b|pk\b|fk\b|primary key\b|unique\b|default\b|references\b|check\b|[<>≥≤=]|\d)/iu;

/** `integer between 1 and 5`, `string up to 80 characters`: the type is the first word. */
function typeAtStart(piece: string, vocabulary: Vocabulary): Facts | undefined {
  const column = sqlColumn.exec(piece)?.[1];
  if (column !== undefined) return readType(column, vocabulary);
  const word =
    /^(string|text|int(?:eger)?|number|decimal|float|double|bool(?:ean)?|date|datetime|timestamp|money|uuid)\s+(?=between\b|from\b|in (?:[A-Z]{3}|euros?|dollars?)\b|up to\b|of (?:up|at|max)|with\b|max|min|at (?:least|most)|not null|[<>≤≥=]|[(（[]?\d|greater|less|in the (?:past|future))/i.exec(
      piece,
    )?.[1];
  return word === undefined ? undefined : readType(word, vocabulary);
}

function unquoted(name: string): string {
  return name
    .trim()
    .replace(/^[`"'“”‘’«»「」『』*_]+|[`"'“”‘’«»「」『』*]+$/g, '')
    .trim();
}
