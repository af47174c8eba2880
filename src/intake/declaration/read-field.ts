import type { EnumValue } from '#blueprint';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import { nonLatin } from '../words/script.ts';
import { enumName } from './enum-name.ts';
import type { Facts } from './facts.ts';
import { mergeFacts } from './facts.ts';
import { readDetails } from './read-details.ts';
import { readFormerName } from './read-former-name.ts';
import { inferType } from './infer-type.ts';
import { withoutAdjective } from './field-adjectives.ts';
import { readForeignPhrase } from './foreign-phrase.ts';
import { readPhrase } from './read-phrase.ts';
import { readType } from './read-type.ts';
import { readValues } from './read-values.ts';
import { splitOutside } from './split-list.ts';

/** A field as one line, list item or list element declares it. */
export interface FieldReading {
  /** As written, without quotes: `dueDate`, `Fecha de entrega`. */
  readonly name: string;
  /** A second name, such as the identifier in `이름 (name)`. */
  readonly alias: string | undefined;
  readonly facts: Facts;
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
export function readField(text: string, vocabulary: Vocabulary): FieldReading | undefined {
  if (text.length > 2000) return undefined;
  if (/(?:^|[\s`])\/[\w:{]|\b(?:GET|POST|PUT|PATCH|DELETE)\b/.test(text)) return undefined;
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
    /^[`"]?[A-Za-z_$][\w$]*[`"]?$/.test(name) && (/[a-z][A-Z]|_/.test(name) || /^[`"]/.test(name));
  if (!isFieldName(bare)) return undefined;
  let facts = trailing;
  if (/^\s*[?？]/.test(rest)) facts.required = false;
  const described = readRest(rest, bare, vocabulary);
  facts = mergeFacts({ ...phrase?.facts, ...adjective }, mergeFacts(described.facts, facts));
  const prefix = prefixed?.[1]?.toLowerCase();
  if (prefix === 'pk') facts.key = true;
  if (prefix === 'fk' && facts.type?.kind !== 'reference')
    facts.type = { kind: 'reference', to: undefined, cardinality: 'one' };
  if (formerly !== undefined) facts.formerly = formerly;
  const { description: _, typeWords: __, ...stated } = facts;
  return {
    name: bare,
    alias: described.alias,
    facts,
    declared: isIdentifier || prefix !== undefined || Object.keys(stated).length > 0,
  };
}

/** What stands for something that was named before. */
const pronoun =
  /^(?:one|ones|it|them|they|this|that|these|those|all|any|both|either|neither|none|each|others?|of|if|so|too|that is all|wir|uns|es|nous|on|yo|noi)$/i;

/** A noun phrase that can be the name of a field. */
export function isFieldName(name: string): boolean {
  if (name === '' || !/\p{L}/u.test(name) || /^\d+(?:[.\s)]|$)/.test(name)) return false;
  if (pronoun.test(name)) return false;
  if (/(?:^|\s)(?:must|should|shall|will|deve|debe|doit|muss|soll|должен)\s/iu.test(name))
    return false;
  const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(
    name,
  );
  if (isWide)
    return (
      name.length <= 20 &&
      !/[。！？]|(?:する|している|されている|れている|ている|できる|です|ます|した|ない|こと|か|한다|된다|있다|하다|합니다|했다|됨|함)$/u.test(
        name,
      )
    );
  return (
    name.length <= 200 &&
    name.split(/\s+/).length <= 5 &&
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
  const sized = /^\s*[(（]\s*\d/.test(rest)
    ? (/^\s*[(（][^)）]*[)）]/.exec(rest)?.[0].trim() ?? '')
    : '';
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
  return /^(?:date|time|url|link|e-?mail|mail|correo|telefono|téléphone|telefon|phone|price|amount|number|count|text|image|file|hash|password|id|list|color|colour|flag|day|year|hours?|minutes?|days|options?|set|record|map|object|photo|address)$/i.test(
    tail,
  );
}

function isFlags(text: string, vocabulary: Vocabulary): boolean {
  const folded = foldText(text).replace(/^(?:is|must be)\s+/, '');
  return (
    (['required', 'optional', 'unique', 'key'] as const).some((flag) =>
      vocabulary.isFlag(flag).test(folded),
    ) && !/^(?:id|identifier|x|o|none|primary|identity|name)$/.test(folded)
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
  const choices = choicesIn(content, name, vocabulary);
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
          !/->|→|:|\bto\b|references|fk/i.test(piece)
        )
      )
        facts = mergeFacts(facts, type);
      else if (/^[a-z_][A-Za-z0-9_]*$/.test(piece) && nonLatin.test(name) && alias === undefined)
        alias = piece;
    }
  }
  facts = mergeFacts(readDetails(rest, vocabulary), facts);
  if (facts.values === undefined && facts.type === undefined) {
    const listed = readValues(content);
    const isEnum =
      listed !== undefined &&
      (enumName.test(foldText(name)) ||
        /[|/]|^\{.*\}$/.test(content) ||
        (/^\s*[(（]/.test(rest) && isChoice(content, listed, vocabulary)) ||
        isForeignChoice(content, listed, name, vocabulary) ||
        isSmallWords(content, listed, name, vocabulary) ||
        listed.every(({ value }) => /^[A-Z][A-Z0-9_]+$/.test(value)) ||
        isCodes(content, listed));
    if (isEnum && !listed.some(({ value }) => isStatedType(value, vocabulary)))
      facts.values = listed;
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

/** "payment method (money, card)": of what is usually one of a few, a word for a type is a value. */
function choicesIn(content: string, name: string, vocabulary: Vocabulary): Facts['values'] {
  if (!enumName.test(foldText(name)) && !channels.test(foldText(name))) return undefined;
  const values = readValues(content) ?? [];
  const kinds = values.map(({ value }) => readType(value, vocabulary)?.type?.kind);
  const types = new Set(kinds.filter((kind) => kind !== undefined));
  const others = kinds.filter((kind) => kind === undefined).length;
  const isPlain = values.every(
    ({ value }) => /^[^\d()]+$/.test(value) && !isFlags(value, vocabulary) && !facts.test(value),
  );
  // "type (text, number, date)", "channel (e-mail, letter, upload)": one field has one type.
  const isMixed = /^[(（]/.test(content) && (types.size > 1 || (types.size === 1 && others > 1));
  const isCash = types.size === 1 && types.has('money');
  return isPlain && (isCash || isMixed) ? values : undefined;
}

const channels = /(?:channel|kanal|canal|canale|kanaal|medium|means|wege?)$/;
const facts = /^(?:default|max|min|length|nullable|not null|string|varchar|integer|int|enum|uuid)/i;

/** "(dog, cat or bird)", "(dog, cat, other)": one of a few, where none of them is an attribute itself. */
function isChoice(content: string, values: readonly EnumValue[], vocabulary: Vocabulary): boolean {
  return (
    /\s(?:or|oder|ou|или)\s|,\s*others?\W*$/iu.test(content) &&
    values.every(
      ({ value }) =>
        inferType(value, vocabulary) === undefined &&
        !isFlags(value, vocabulary) &&
        /^\p{L}/u.test(value) &&
        value.split(/\s+/).length <= 3,
    )
  );
}

/** German nouns look like names of records, which `Hund` in a list of values is not. */
function isStatedType(value: string, vocabulary: Vocabulary): boolean {
  const type = readType(value, vocabulary)?.type;
  const isGerman = vocabulary.lexicons[0]?.language === 'de' && type?.kind === 'reference';
  return readType(value, vocabulary) !== undefined && !isGerman;
}

/** "motivo (venda, perda, devolução)": short words in brackets, unless they are the parts of a whole. */
function isForeignChoice(
  content: string,
  values: readonly EnumValue[],
  name: string,
  vocabulary: Vocabulary,
): boolean {
  return (
    vocabulary.lexicons.length > 1 &&
    /^[(（]/u.test(content) &&
    values.length >= 2 &&
    !wholes.test(foldText(name)) &&
    values.every(
      ({ value }) =>
        /^\p{L}[\p{L}-]*(?: \p{L}+){0,2}$/u.test(value) &&
        inferType(value, vocabulary) === undefined &&
        !isFlags(value, vocabulary),
    )
  );
}

/** "(A, B, AB, 0)", "(S, M, L)": short codes. */
function isCodes(content: string, values: readonly EnumValue[]): boolean {
  return (
    /^[(（]/u.test(content) &&
    values.length >= 3 &&
    values.every(({ value }) => /^(?:[A-Z]{1,3}[+-]?|0)$/.test(value)) &&
    values.some(({ value }) => /^[A-Z]{1,2}$/.test(value))
  );
}

/** "material (blood, urine, saliva)": three small words and more for one thing; several things have examples. */
function isSmallWords(
  content: string,
  values: readonly EnumValue[],
  name: string,
  vocabulary: Vocabulary,
): boolean {
  return (
    vocabulary.lexicons.length === 1 &&
    /^[(（][^()]*[)）]$/u.test(content) &&
    values.length >= 3 &&
    !/(?<!s)s$/iu.test(name) &&
    !wholes.test(foldText(name)) &&
    inferType(name, vocabulary) === undefined &&
    values.every(
      ({ value }) =>
        /^\p{Ll}[\p{Ll}-]{2,14}(?: \p{Ll}{2,10})?$/u.test(value) &&
        inferType(value, vocabulary) === undefined &&
        !isFlags(value, vocabulary) &&
        readType(value, vocabulary) === undefined,
    )
  );
}

/** Folded names of what has parts of its own. */
const wholes =
  /^(?:direccion|endereco|indirizzo|adresse|anschrift|address|contacto?|contatto|kontakt\w*|ubicacion|localizacao|nombre|nome|nom|name|datos|dados|dati|daten|информация|адрес\S*|контакт\S*|данные|освіта|образование|education|formation|informaci\S+|informations?|(?:full |billing |shipping |home )?address|contact|person|details?|equipment|furniture|clothing|food)/u;

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
    /^(string|text|int(?:eger)?|number|decimal|float|double|bool(?:ean)?|date|datetime|timestamp|money|uuid)\s+(?=between\b|from\b|in (?:[A-Z]{3}|euros?|dollars?)\b|up to\b|of (?:up|at|max)|with\b|max|min|at (?:least|most)|not null|[<>≤≥=]|\d|greater|less|in the (?:past|future))/i.exec(
      piece,
    )?.[1];
  return word === undefined ? undefined : readType(word, vocabulary);
}

/** `(decimal(10,2), required): net` → its parts; brackets stay with what they size. */
function pieces(text: string): readonly string[] {
  return splitOutside(text, (char) => ',;，；、'.includes(char))
    .flatMap((part) => bracketed(part.text.trim()))
    .map((piece) => piece.trim().replace(/^[:：\s]+|[.:：\s]+$/g, ''))
    .filter((piece) => piece !== '');
}

/** What is before, in and after the first bracket; a bracket with a size is left alone. */
function bracketed(text: string): readonly string[] {
  const open = text.search(/[(（]/);
  if (open < 0 || /^[(（]\s*\d/.test(text.slice(open))) return [text];
  let depth = 0;
  let close = text.length;
  for (let at = open; at < text.length; at += 1) {
    if ('(（'.includes(text[at] ?? '')) depth += 1;
    else if (')）'.includes(text[at] ?? '')) depth -= 1;
    if (depth === 0) {
      close = at;
      break;
    }
  }
  const inside = text.slice(open + 1, close);
  const outside = [text.slice(0, open), text.slice(close + 1)];
  return [...(open === 0 ? [] : [text]), outside[0] ?? '', ...pieces(inside), outside[1] ?? ''];
}

function unquoted(name: string): string {
  return name
    .trim()
    .replace(/^[`"'“”‘’«»「」『』*_]+|[`"'“”‘’«»「」『』*]+$/g, '')
    .trim();
}
