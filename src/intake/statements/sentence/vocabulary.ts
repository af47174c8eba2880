import { remembered } from '../../remembered.ts';
import type { DataModel, ModelledEntity } from '../../data-model.ts';
import type { Language } from '../../words/language.ts';
import { stem } from '../../words/stem.ts';
import type { Cue, Lexicon } from '../lexicon/cue.ts';
import { lexicons } from '../lexicon/lexicons.ts';
import { unspacedVerbs, verbOf } from '../lexicon/verbs.ts';
import { tokens } from '../text/tokens.ts';
import type { Token } from '../text/tokens.ts';
import { abbreviations } from './abbreviations.ts';
import type { FieldReading, Item, ValueReading } from './item.ts';
import { withoutHyphens } from './without-hyphens.ts';
import { phraseTable } from './phrase-table.ts';
import type { PhraseTable } from './phrase-table.ts';

/** What a name of the model can stand for. */
export type Term =
  | { readonly kind: 'entity'; readonly entity: ModelledEntity }
  | ({ readonly kind: 'field' } & FieldReading)
  | ({ readonly kind: 'value' } & ValueReading)
  | { readonly kind: 'role'; readonly role: string };

/** A role that the requirements name, with every way in which they write it. */
export interface KnownRole {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** All that sentences about one model are read with. */
export interface Vocabulary {
  readonly model: DataModel;
  readonly roles: readonly KnownRole[];
  /** Names of the model by their folded words, and by their stems. */
  readonly exact: PhraseTable<Term>;
  readonly stemmed: PhraseTable<Term>;
  readonly cues: CueTables;
  /** The cues of languages whose participles agree in gender and number, by {@link withoutInflection}. */
  readonly inflected: CueTables;
  readonly verbs: PhraseTable<string>;
  /** Values of enumerations by the verb that leads to them: `APPROVED` by `approve`. */
  readonly valuesByVerb: ReadonlyMap<string, readonly ValueReading[]>;
  /** Values that are English participles by their verb, whatever verb it is: `dropped` by `drop`. */
  readonly participles: ReadonlyMap<string, readonly ValueReading[]>;
  /** The terms of a phrase by their kind; made once for each phrase, since a name can be a thousand fields. */
  readonly readings: (terms: readonly Term[]) => Readings;
}

/** What a phrase can name. */
export type Readings = Pick<Item, 'entities' | 'fields' | 'values' | 'roles'>;

/** The words by which names are compared: `Orders` and `order` agree. */
export function stems(words: readonly Token[], language: Language): readonly string[] {
  return words.map(({ kind, word }) => (kind === 'word' ? stem(word, language) : word));
}

export function vocabularyOf(model: DataModel, roles: readonly KnownRole[]): Vocabulary {
  const terms = [...termsOf(model, roles)];
  return {
    model,
    roles,
    exact: phraseTable(terms.map(([words, term]) => [words.map(({ word }) => word), term])),
    stemmed: phraseTable(terms.map(([words, term]) => [stems(words, model.language), term])),
    cues: cueTables,
    inflected: inflectedTables,
    get verbs() {
      return verbTable(unspacedVerbs);
    },
    valuesByVerb: valuesByVerb(model),
    participles: participlesOf(model),
    readings: remembered(readingsOf),
  };
}

function readingsOf(terms: readonly Term[]): Readings {
  return {
    entities: terms.flatMap((term) => (term.kind === 'entity' ? [term.entity] : [])),
    fields: terms.filter((term) => term.kind === 'field'),
    values: terms.filter((term) => term.kind === 'value'),
    roles: terms.flatMap((term) => (term.kind === 'role' ? [term.role] : [])),
  };
}

/** "Must be" and "be deleted" share a word: phrases are found with and without it. */
const AUXILIARY = /^(?:be|ser|estar|essere|etre|быть) /;

/** `eliminado`, `eliminada`, `eliminados` → `eliminad`. Short words have too little else to tell them apart. */
export function withoutInflection(word: string): string {
  return word.length < 6
    ? word
    : word
        .replace(/s$/, '')
        .replace(/[aeio]$/, '')
        .replace(/e$/, '');
}

/** Marks and words that add nothing in any language. */
const EVERYWHERE =
  'id | ids | ( | ) | （ | ） | [ | ] | " | \' | ` | * | # | • | “ | ” | « | » | 「 | 」 | . | 。 | ! | ！ | ✅ | ✓ | ✔';

/** The phrases of each language; a table is made when a sentence is first read with it. */
export class CueTables {
  readonly #tables = new Map<Language, PhraseTable<Cue>>();
  readonly #languages: readonly Language[];
  readonly #key: (word: string) => string;

  constructor(languages: readonly Language[], key: (word: string) => string) {
    this.#languages = languages;
    this.#key = key;
  }

  has(language: Language): boolean {
    return this.#languages.includes(language);
  }

  get(language: Language): PhraseTable<Cue> | undefined {
    if (!this.has(language)) return undefined;
    const known = this.#tables.get(language);
    if (known) return known;
    const table = cueTable(language, this.#key);
    this.#tables.set(language, table);
    return table;
  }
}

const cueTables = new CueTables(Object.keys(lexicons) as Language[], (word) => word);
const inflectedTables = new CueTables(['es', 'pt', 'fr', 'it'], withoutInflection);

function cueTable(language: Language, key: (word: string) => string): PhraseTable<Cue> {
  const lexicon: Lexicon = lexicons[language] ?? {};
  const filler = `${lexicon.filler ?? ''} | ${EVERYWHERE}`;
  const phrases = Object.entries({ ...lexicon, filler }).flatMap(([cue, text]) =>
    text
      .split(' | ')
      .flatMap((phrase) =>
        AUXILIARY.test(phrase) ? [phrase, phrase.replace(AUXILIARY, '')] : phrase,
      )
      .map((phrase) => [wordsOf(phrase).map(key), cue as Cue] as const),
  );
  return phraseTable(phrases);
}

/** The folded words of a phrase. Thousands are read at the start, and nearly all are plain words. */
function wordsOf(phrase: string): readonly string[] {
  return /^[a-z]+(?: [a-z]+)*$/.test(phrase)
    ? phrase.split(' ')
    : withoutHyphens(tokens(phrase.replaceAll(' - ', '-'))).map(({ word }) => word);
}

const verbTable = remembered((verbs: typeof unspacedVerbs) =>
  phraseTable(
    verbs.map(([written, verb]) => [tokens(written).map(({ word }) => word), verb] as const),
  ),
);

function* termsOf(
  model: DataModel,
  roles: readonly KnownRole[],
): Iterable<readonly [readonly Token[], Term]> {
  // What is a record or another field is no short name of a field.
  const taken = new Set(
    model.entities.flatMap(({ entity, aliases, fields }) =>
      [
        entity.name,
        entity.plural,
        ...aliases,
        ...fields.flatMap(({ field, aliases: names }) => [
          field.name.replaceAll('-', ' '),
          ...names,
        ]),
      ].map((name) => name.toLowerCase()),
    ),
  );
  for (const entity of model.entities) {
    const names = [
      entity.entity.name,
      entity.entity.plural,
      entity.entity.label,
      ...entity.aliases,
    ];
    for (const words of distinct(names)) yield [words, { kind: 'entity', entity }];
    for (const [short, index] of model.language === 'en' ? abbreviations(entity) : []) {
      const field = entity.fields[index];
      if (field === undefined || taken.has(short)) continue;
      for (const words of distinct([short])) yield [words, { kind: 'field', entity, field }];
    }
    for (const field of entity.fields) {
      const { name, label, type } = field.field;
      for (const words of distinct([name, label, ...field.aliases]))
        yield [words, { kind: 'field', entity, field }];
      if (type.kind === 'enum')
        for (const { value, label } of type.values)
          for (const words of distinct([value, label]))
            yield [words, { kind: 'value', entity, field, value }];
    }
  }
  for (const { name, aliases } of roles)
    for (const words of distinct([name, ...aliases])) yield [words, { kind: 'role', role: name }];
}

/** Each way of writing once, without the marks that {@link tokens} reads as symbols. */
function distinct(names: readonly string[]): readonly (readonly Token[])[] {
  const seen = new Map<string, readonly Token[]>();
  for (const name of names) {
    const words = tokens(name).filter(({ kind }) => kind !== 'symbol');
    seen.set(words.map(({ word }) => word).join(' '), words);
  }
  return [...seen.values()];
}

function participlesOf(model: DataModel): ReadonlyMap<string, readonly ValueReading[]> {
  if (model.language !== 'en') return new Map();
  return grouped(
    [...labelsOf(model)].flatMap(([label, reading]) =>
      [...new Set([...verbsOf(reading.value), ...verbsOf(label)])].map(
        (verb) => [verb, reading] as const,
      ),
    ),
  );
}

/** `dropped`: drop; `expired`: expire, expir. What is no verb is in no sentence. */
function verbsOf(participle: string): readonly string[] {
  const [, stem] = /^(\p{L}{2,})ed$/u.exec(participle.toLowerCase()) ?? [];
  return stem === undefined ? [] : [stem, `${stem}e`, stem.replace(/([bdglmnprt])\1$/, '$1')];
}

function valuesByVerb(model: DataModel): ReadonlyMap<string, readonly ValueReading[]> {
  const readings: (readonly [verb: string, reading: ValueReading])[] = [];
  for (const [label, reading] of labelsOf(model)) {
    const verb = verbOfValue(reading.value) ?? verbOfValue(label);
    if (verb !== undefined) readings.push([verb, reading]);
  }
  return grouped(readings);
}

function* labelsOf({ entities }: DataModel): Iterable<readonly [label: string, ValueReading]> {
  for (const entity of entities)
    for (const field of entity.fields)
      if (field.field.type.kind === 'enum')
        for (const { value, label } of field.field.type.values)
          yield [label, { entity, field, value }];
}

function grouped(
  readings: readonly (readonly [verb: string, reading: ValueReading])[],
): ReadonlyMap<string, readonly ValueReading[]> {
  return new Map(
    [...Map.groupBy(readings, ([verb]) => verb)].map(([verb, group]) => [
      verb,
      group.map(([, reading]) => reading),
    ]),
  );
}

/** The verb that leads to a state: that of its first word, so that `PENDING_PAYMENT` is not paid. */
export function verbOfValue(value: string): string | undefined {
  const words = tokens(value);
  const first = words[0];
  if (!first) return undefined;
  if (first.kind === 'word') return verbOf(first.word);
  const written = words.map(({ word }) => word).join('');
  return unspacedVerbs.find(([beginning]) => written.startsWith(beginning))?.[1];
}
