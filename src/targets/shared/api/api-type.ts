/** The type of a value of an API, whatever the language: what schemas say, as far as types can. */
export type ApiType =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'text' | 'integer' | 'number' | 'boolean' | 'null' | 'any' | 'never' }
  /** Bytes as they came, and a file of a form. */
  | { readonly kind: 'bytes' | 'file' }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'list'; readonly item: ApiType }
  | { readonly kind: 'map'; readonly value: ApiType }
  /** Any of several; they are simple: none of them is a union. */
  | { readonly kind: 'union'; readonly of: readonly ApiType[] }
  /** All of several at once. */
  | { readonly kind: 'all'; readonly of: readonly ApiType[] };

/** A property of an object. */
export interface ApiProperty {
  readonly name: string;
  readonly required: boolean;
  readonly type: ApiType;
}

/** A type with a name, in PascalCase and unique in the service ignoring case. */
export interface ApiDeclaration {
  readonly name: string;
  readonly description: string;
  readonly type:
    | ApiType
    /** `open`: it may have properties besides. */
    | {
        readonly kind: 'object';
        readonly properties: readonly ApiProperty[];
        readonly open: boolean;
      };
}

const ANY: ApiType = { kind: 'any' };

/** One of several, laid flat: `any` swallows the others, and nothing is there twice. */
export function unionOf(types: readonly ApiType[]): ApiType {
  const flat = types.flatMap((type) => (type.kind === 'union' ? type.of : [type]));
  const kept = distinct(flat.filter(({ kind }) => kind !== 'never'));
  const [first] = kept;
  if (kept.some(({ kind }) => kind === 'any')) return ANY;
  if (!first) return flat.length > 0 ? { kind: 'never' } : ANY;
  return kept.length === 1 ? first : { kind: 'union', of: kept };
}

/** All of several: `any` adds nothing. */
export function allOf(types: readonly ApiType[]): ApiType {
  const flat = types.flatMap((type) => (type.kind === 'all' ? type.of : [type]));
  const kept = distinct(flat.filter(({ kind }) => kind !== 'any'));
  const [first] = kept;
  if (!first) return ANY;
  return kept.length === 1 ? first : { kind: 'all', of: kept };
}

function distinct(types: readonly ApiType[]): readonly ApiType[] {
  return [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];
}
