import type { NamedType } from '../lexicon/lexicon.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import type { DraftType, Facts } from './facts.ts';
import { readValues } from './read-values.ts';
import { matchText } from '../words/match-text.ts';

const order: readonly NamedType[] = [
  'secret',
  'email',
  'url',
  'phone',
  'uuid',
  'boolean',
  'datetime',
  'date',
  'money',
  'percent',
  'decimal',
  'integer',
  'text',
  'string',
  'number',
  'json',
];

/**
 * A type as people write it: `varchar(50)`, `string | null`, `List<User>`, `enum(a, b)`, `fecha`, `文字列`.
 * @returns undefined when the text is no type
 */
export function readType(text: string, vocabulary: Vocabulary): Facts | undefined {
  const bare = text
    .trim()
    .replace(/^[`"“]+|[`"”]+$/g, '')
    .replace(/[.,;。]$/, '')
    .trim();
  if (bare === '' || bare.length > 300) return undefined;
  if (timeOfDay.test(bare)) return { type: { kind: 'string' }, pattern: TIME_OF_DAY };
  return (
    optional(bare, vocabulary) ??
    many(bare, vocabulary) ??
    enumeration(bare, vocabulary) ??
    sized(bare, vocabulary) ??
    reference(bare, vocabulary) ??
    named(bare, vocabulary)
  );
}

/** The column type of SQL, in capitals, and that of Java; "time" in a sentence may be any. */
const timeOfDay = /^TIME(?:TZ| WITHOUT TIME ZONE)?(?:\(\d\))?$|^LocalTime$/;

/** RFC 3339's partial-time, seconds left out where they are not needed. */
const TIME_OF_DAY = '^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$';

function optional(text: string, vocabulary: Vocabulary): Facts | undefined {
  const inner =
    /^(.*?)\s*(?:\|\s*(?:null|undefined|None|nil)|\bor null|\?|\(\s*(?:nullable|optional|opcional|任意|선택)\s*\))$/i.exec(
      text,
    )?.[1] ??
    /^(?:null|undefined|None)\s*\|\s*(.+)$/i.exec(text)?.[1] ??
    /^(?:Optional|Maybe|Option|Nullable|Partial)\s*[<[](.+)[>\]]$/.exec(text)?.[1] ??
    /^nullable\s+(.+)$/i.exec(text)?.[1];
  if (inner === undefined || inner.trim() === '') return undefined;
  const facts = readType(inner, vocabulary);
  return facts === undefined ? undefined : { ...facts, required: false };
}

function many(text: string, vocabulary: Vocabulary): Facts | undefined {
  const inner =
    /^\[\s*([^[\]|,]+?)\s*\]$/.exec(text)?.[1] ??
    /^(.+?)\s*\[\s*\]$/.exec(text)?.[1] ??
    /^(?:List|Array|Set|Collection|ICollection|IEnumerable|Vec|ArrayList|Sequence|list|array|set|Tuple|tuple|ReadonlyArray|Iterable)\s*[<[(]\s*(.+?)\s*[>\])]$/.exec(
      text,
    )?.[1] ??
    /^(?:(?:an?|the)\s+)?(?:list|array|set|collection|lista|arreglo|liste|tableau|elenco|список|массив)\s+(?:of|de|di|von|des|d'|из)\s*([^,;]+)$/i.exec(
      text,
    )?.[1] ??
    /^(?:references? to )?(?:many|several|multiple|one or more|zero or more|mehrere|viele|varios|varias|muchos|plusieurs|vários|várias|diversi|più)\s+(?=\p{Lu})(.+)$/u.exec(
      text,
    )?.[1] ??
    /^(.+?)(?:の)?(?:リスト|配列|列表|数组|목록|배열)$/.exec(text)?.[1];
  if (inner === undefined) return undefined;
  // "list of strings": the plural of a type.
  const singular = inner.endsWith('s') ? named(inner.slice(0, -1), vocabulary) : undefined;
  const isPlural = singular?.type !== undefined && singular.type.kind !== 'reference';
  const facts = isPlural ? singular : readType(inner, vocabulary);
  const type = facts?.type;
  if (type === undefined)
    return isName(inner)
      ? { type: { kind: 'reference', to: inner.trim(), cardinality: 'many' } }
      : { type: { kind: 'list', items: { kind: 'string' } } };
  if (type.kind === 'reference') return { type: { ...type, cardinality: 'many' } };
  if (type.kind === 'list' || type.kind === 'secret')
    return { type: { kind: 'list', items: { kind: 'string' } } };
  return { type: { kind: 'list', items: type } };
}

function enumeration(text: string, vocabulary: Vocabulary): Facts | undefined {
  const called = vocabulary
    .pattern(
      'type-enum',
      (words) =>
        new RegExp(
          `^(?:string|varchar|text)?\\s*(?:${words((lexicon) => lexicon.types.enum)}|literal|choice|one of|in(?=\\s*[[({<（"'\`])|∈|uno de|um de|un de|eine[rs]? von|один из)(?![\\p{L}_])\\s*(?:\\(\\d+\\))?\\s*[:：=]?\\s*[[({<（]?([^\\])}>）]+)[\\])}>）]?$`,
          'iu',
        ),
    )
    .exec(text)?.[1];
  if (called !== undefined) {
    const values = readValues(called);
    if (values !== undefined) return { type: { kind: 'enum', values } };
  }
  const literals =
    /^(?:\(?\s*(?:['"`][^'"`]{1,60}['"`]|[A-Za-z0-9_-]{1,40})\s*\|\s*)+(?:['"`][^'"`]{1,60}['"`]|[A-Za-z0-9_-]{1,40})\s*\)?$/.test(
      text,
    );
  const values = literals ? readValues(text) : undefined;
  if (values !== undefined && !values.every((value) => isTypeWord(value.value, vocabulary)))
    return { type: { kind: 'enum', values } };
  if (values !== undefined) return named(values[0]?.value ?? '', vocabulary);
  return vocabulary.type('enum').test(foldText(text))
    ? { type: { kind: 'enum', values: [] } }
    : undefined;
}

function isTypeWord(word: string, vocabulary: Vocabulary): boolean {
  return order.some((type) => vocabulary.type(type).test(foldText(word)));
}

/** `varchar(50)`, `decimal(10,2)`, `int(11) unsigned`. */
function sized(text: string, vocabulary: Vocabulary): Facts | undefined {
  const currency = /^(.{2,24}?)\s*[(（,]?\s*([A-Z]{3})\s*[)）]?$/.exec(text);
  if (currency !== null && named(currency[1] ?? '', vocabulary)?.type?.kind === 'money')
    return { type: { kind: 'money', currency: currency[2] ?? 'EUR' } };
  const found =
    /^([\p{L} ]{2,24}?)\s*[(（]\s*(\d{1,6}|max)\s*(?:[,，]\s*(\d{1,2}))?\s*[)）](?:\s+(?:unsigned|signed))?$/iu.exec(
      text,
    );
  const bare = /^(?:decimal|numeric|number) (\d{1,2})\s*,\s*(\d{1,2})$/i.exec(text);
  if (bare !== null) return { type: decimal(Number(bare[1]), Number(bare[2])) };
  if (found === null) return undefined;
  const facts = named(found[1] ?? '', vocabulary);
  const size = Number(found[2]);
  if (facts?.type === undefined) return undefined;
  const { kind } = facts.type;
  if (kind === 'string' || kind === 'text')
    return Number.isInteger(size) && size > 0
      ? { type: { kind: 'string' }, maxLength: size }
      : { type: { kind: 'text' } };
  if (found[3] !== undefined || kind === 'decimal')
    return { type: decimal(size, Number(found[3] ?? 0)) };
  return facts;
}

function decimal(precision: number, scale: number): DraftType {
  const p = Math.min(38, Math.max(1, precision || 15));
  return { kind: 'decimal', precision: p, scale: Math.min(18, p, scale) };
}

function reference(text: string, vocabulary: Vocabulary): Facts | undefined {
  const folded = foldText(text);
  const ends =
    /^(?:many|[nm1]|one)[- :]?to[- :]?(many|one|[nm1]) (?:relation(?:ship)? )?(?:(?:with|to|->|→|=>) )?(?!relation)(?:the |an? )?([\p{L}][\p{L}\p{N}_ ]{0,40})$/iu.exec(
      text,
    );
  if (ends !== null)
    return {
      type: {
        kind: 'reference',
        to: ends[2] ?? '',
        cardinality: /^(?:one|1)$/i.test(ends[1] ?? '') ? 'one' : 'many',
      },
    };
  if (vocabulary.type('reference').test(folded))
    return { type: { kind: 'reference', to: undefined, cardinality: 'one' } };
  const pattern = vocabulary.pattern(
    'type-reference',
    (words) =>
      new RegExp(
        `^(?:(?:uuid|int(?:eger)?|bigint|string|objectid|id)\\s*[,(]?\\s*)?(?:${words((lexicon) => lexicon.types.reference)})\\s*(?:->|→|=>|:|：|\\(|（|<|\\[|=)?\\s*(?:(?:to|para|auf|vers|verso|zu|zur|zum|su|на|до|к|naar|do|a|à) )?(?:the |an? |la |el |le |der |die |das |o |il )?["'\`]?([\\p{L}][\\p{L}\\p{N}_ ]{0,40}?)["'\`]?(?:\\s*[.(（]\\s*[\\w]+\\s*[)）]?)?\\s*[)）>\\]]?(?:\\s+table)?$`,
        'iu',
      ),
  );
  const to =
    matchText(pattern, text.replace(flags, ''))?.[1] ??
    /^(?:->|→|=>)\s*([\p{L}][\p{L}\p{N}_]{0,40})(?:\.\w+)?$/u.exec(text)?.[1];
  return to === undefined
    ? undefined
    : { type: { kind: 'reference', to: to.replace(clause, '').trim(), cardinality: 'one' } };
}

/** `FK → BOAT NOT NULL`: what is said of the column stands behind. */
const flags =
  /(?<=[\w)])(?:(?:\s*,\s*|\s+)(?:not null|null(?:able)?|unique|optional|required|indexed|on delete (?:cascade|set null|restrict|no action)))+(?=[)\]]?$)/i;

/** "reference to the host for this meeting": what follows says which. */
const clause =
  /(?<=\p{L}{3})\s(?:for|who|that|which|from|in|where|when|whose|para|que|für|pour|qui|che|для)\s.*$/iu;

function named(text: string, vocabulary: Vocabulary): Facts | undefined {
  const folded = foldText(text).replace(/^(?:an?|un|una|une|um|uma|ein|eine)\s+/, '');
  for (const type of order)
    if (vocabulary.type(type).test(folded)) return { type: plainType(type) };
  if (vocabulary.type('list').test(folded))
    return { type: { kind: 'list', items: { kind: 'string' } } };
  if (/^(?:[A-Z][a-z0-9]+){1,4}(?:Id)?$/.test(text))
    return { type: { kind: 'reference', to: text.replace(/Id$/, ''), cardinality: 'one' } };
  return undefined;
}

/** A type that was named, without its size. */
export function plainType(type: NamedType): DraftType {
  switch (type) {
    case 'decimal':
      return decimal(15, 2);
    case 'percent':
      return { kind: 'decimal', precision: 5, scale: 2 };
    case 'enum':
      return { kind: 'enum', values: [] };
    case 'list':
      return { kind: 'list', items: { kind: 'string' } };
    case 'reference':
      return { kind: 'reference', to: undefined, cardinality: 'one' };
    default:
      return { kind: type };
  }
}

function isName(text: string): boolean {
  return /^[\p{L}][\p{L}\p{N}_ ]{0,40}$/u.test(text.trim());
}
