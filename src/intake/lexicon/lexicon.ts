import type { Language } from '../words/language.ts';

/**
 * What intake knows of one language. Every string is a list of alternatives of a regular expression,
 * folded (lower case, no accents). Languages with spaces are matched at word boundaries.
 */
export interface Lexicon {
  readonly language: Language;
  /** Words of field names that tell the type: `email`, `fecha`, `数量`. */
  readonly names: Partial<Record<NamedType, string>>;
  /** Words for types themselves: `whole number`, `texto`, `日付`. */
  readonly types: Partial<Record<NamedType, string>>;
  /** Headers of table columns. */
  readonly headers: Partial<Record<ColumnRole, string>>;
  readonly flags: Partial<Record<Flag, string>>;
  /** Conjunctions that end a list: `and`, `or`. */
  readonly and: string;
  readonly or: string;
  readonly articles: string;
  /** Words around an entity's name in headings: `entity`, `table`, `attributes of`, `management`. */
  readonly aroundNames: string;
  /** Headings and lead-ins that announce fields: `attributes`, `fields`, `campos`. */
  readonly fieldWords: string;
  /** Verbs whose object is kept as data: `create`, `register`, `manage`. */
  readonly manage: string;
  /** Nouns for the same: `management of`, `registro de`, `管理`; the object follows or, in CJK, precedes. */
  readonly managing: string;
  /** `<entity> has <fields>`; groups `entity` and `fields`. */
  readonly has: readonly RegExp[];
  /** `… entity, including <fields>`: what stands between the two. */
  readonly including: string;
  /** Nouns that are never entities, singular and plural: `system`, `button`, `report`. */
  readonly stopNouns: string;
  /** Common words of data to English identifiers; only for languages that are not written in Latin letters. */
  readonly glossary?: Readonly<Record<string, string>>;
  /** The document says that nothing is stored. */
  readonly noData: string;
  /** What is described is a tool, a game, a library … */
  readonly tool: string;
  /** There is no login. */
  readonly noLogin: string;
  /** `X is not an entity`, `X are not stored`; group `entity`. */
  readonly denies: readonly RegExp[];
}

export type NamedType =
  | 'email'
  | 'phone'
  | 'url'
  | 'money'
  | 'datetime'
  | 'date'
  | 'integer'
  | 'number'
  | 'percent'
  | 'boolean'
  | 'text'
  | 'string'
  | 'uuid'
  | 'json'
  | 'secret'
  | 'list'
  | 'enum'
  | 'reference'
  | 'decimal';

export type ColumnRole =
  | 'name'
  | 'type'
  | 'description'
  | 'required'
  | 'optional'
  | 'unique'
  | 'default'
  | 'constraints'
  | 'values'
  | 'entity'
  | 'fields'
  | 'label'
  | 'key'
  | 'length'
  | 'relations'
  | 'example'
  | 'null';

export type Flag =
  | 'required'
  | 'optional'
  | 'unique'
  | 'automatic'
  | 'yes'
  | 'no'
  | 'default'
  | 'key'
  | 'readOnly'
  | 'secret'
  | 'conditional'
  | 'foreignKey'
  | 'positive'
  | 'notNegative'
  | 'from'
  | 'to'
  | 'atLeast'
  | 'atMost'
  | 'characters';
