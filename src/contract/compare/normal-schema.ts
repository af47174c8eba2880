import { escaped } from './document-reader.ts';
import type { DocumentReader, Located } from './document-reader.ts';
import { isObject, listOf, numberOf, objectOf, own, same, textOf } from './json.ts';
import type { JsonObject } from './json.ts';

/** A schema in one form, whichever version of OpenAPI it was written for, with `allOf` merged in. */
export interface NormalSchema {
  readonly pointer: string;
  /** JSON types; undefined: all. */
  readonly types: ReadonlySet<string> | undefined;
  /** Without null, which is among the types. */
  readonly enum: readonly unknown[] | undefined;
  readonly lowest: Edge | undefined;
  readonly highest: Edge | undefined;
  readonly required: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, Located>;
  /** False: no others; a part: others like that; undefined: any. */
  readonly additional: false | Located | undefined;
  readonly items: Located | undefined;
  readonly alternatives: ReadonlyMap<string, Located> | undefined;
  /** Every other keyword, as written. */
  readonly rest: ReadonlyMap<string, unknown>;
}

/** A limit of numbers. */
export interface Edge {
  readonly value: number;
  readonly exclusive: boolean;
}

const MAX_MERGED = 50;
const handled = new Set([
  'type',
  'nullable',
  'enum',
  'const',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'required',
  'properties',
  'additionalProperties',
  'items',
  'anyOf',
  'oneOf',
  'allOf',
  '$ref',
]);
const annotations = new Set([
  'title',
  'description',
  'example',
  'examples',
  'externalDocs',
  'xml',
  '$comment',
  '$schema',
  '$id',
  '$defs',
  '$anchor',
  'contentMediaType',
  'contentEncoding',
]);

/** Brings a schema into its normal form. */
export function normalSchema(reader: DocumentReader, located: Located): NormalSchema {
  const parts = withoutNullBranch(reader, mergedParts(reader, located));
  const first = <T>(read: (part: Located) => T | undefined): T | undefined => {
    for (const part of parts.list) {
      const value = read(part);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const types = intersection(parts.list.map(({ node }) => typesOf(node)));
  return {
    pointer: located.pointer,
    types: types && parts.nullable ? new Set([...types, 'null']) : types,
    enum: first(({ node }) => enumOf(node)),
    lowest: first(({ node }) => edge(node, 'minimum', 'exclusiveMinimum')),
    highest: first(({ node }) => edge(node, 'maximum', 'exclusiveMaximum')),
    required: new Set(
      parts.list.flatMap(({ node }) =>
        listOf(own(node, 'required')).filter((name) => typeof name === 'string'),
      ),
    ),
    properties: new Map(parts.list.flatMap((part) => propertiesOf(reader, part))),
    additional: first((part) => additionalOf(reader, part)),
    items: first((part) =>
      own(part.node, 'items') === undefined ? undefined : reader.child(part, 'items'),
    ),
    alternatives: first((part) => alternativesOf(reader, part)),
    rest: restOf(parts.list),
  };
}

/** The schema itself and all that `allOf` adds to it. */
function mergedParts(reader: DocumentReader, located: Located): readonly Located[] {
  const parts = [located];
  const seen = new Set<JsonObject>([located.node]);
  for (const part of parts) {
    for (const [index, member] of listOf(own(part.node, 'allOf')).entries()) {
      const found = reader.at(member, `${part.pointer}/allOf/${index}`);
      if (seen.has(found.node) || parts.length >= MAX_MERGED) continue;
      seen.add(found.node);
      parts.push(found);
    }
  }
  return parts;
}

/** `anyOf: [X, {type: null}]` is X or null. */
function withoutNullBranch(
  reader: DocumentReader,
  parts: readonly Located[],
): { readonly list: readonly Located[]; readonly nullable: boolean } {
  const [first, ...others] = parts;
  if (!first) return { list: parts, nullable: false };
  for (const keyword of ['anyOf', 'oneOf']) {
    const branches = listOf(own(first.node, keyword));
    const real = branches.filter((branch) => own(objectOf(branch), 'type') !== 'null');
    if (branches.length !== 2 || real.length !== 1) continue;
    const index = branches.indexOf(real[0]);
    const branch = reader.at(real[0], `${first.pointer}/${keyword}/${index}`);
    const { [keyword]: _, ...rest } = first.node;
    return {
      list: [{ ...first, node: rest }, ...mergedParts(reader, branch), ...others],
      nullable: true,
    };
  }
  return { list: parts, nullable: false };
}

function typesOf(node: JsonObject): ReadonlySet<string> | undefined {
  const type = own(node, 'type');
  const names =
    typeof type === 'string' ? [type] : listOf(type).filter((name) => typeof name === 'string');
  if (names.length === 0) return undefined;
  return new Set(own(node, 'nullable') === true ? [...names, 'null'] : names);
}

function intersection(
  sets: readonly (ReadonlySet<string> | undefined)[],
): ReadonlySet<string> | undefined {
  return sets.reduce(
    (all, set) => (all && set ? new Set([...all].filter((name) => set.has(name))) : (all ?? set)),
    undefined,
  );
}

function enumOf(node: JsonObject): readonly unknown[] | undefined {
  if (Object.hasOwn(node, 'const')) return [node['const']];
  const values = own(node, 'enum');
  return Array.isArray(values)
    ? (values as unknown[]).filter((value) => value !== null)
    : undefined;
}

/** In 3.0 `exclusiveMinimum: true` says it of `minimum`; in 3.1 it is a limit of its own. */
function edge(node: JsonObject, inclusive: string, exclusive: string): Edge | undefined {
  const value = numberOf(own(node, inclusive));
  const open = own(node, exclusive);
  const other = numberOf(open);
  if (value === undefined)
    return other === undefined ? undefined : { value: other, exclusive: true };
  if (other === undefined) return { value, exclusive: open === true };
  const nearer = inclusive === 'minimum' ? other >= value : other <= value;
  return nearer ? { value: other, exclusive: true } : { value, exclusive: false };
}

function propertiesOf(reader: DocumentReader, part: Located): readonly [string, Located][] {
  const pointer = `${part.pointer}/properties`;
  return Object.entries(objectOf(own(part.node, 'properties'))).map(([name, schema]) => [
    name,
    reader.at(schema, `${pointer}/${escaped(name)}`),
  ]);
}

function additionalOf(reader: DocumentReader, part: Located): false | Located | undefined {
  const value = own(part.node, 'additionalProperties');
  if (value === false) return false;
  return isObject(value) && Object.keys(value).length > 0
    ? reader.child(part, 'additionalProperties')
    : undefined;
}

/** Branches by what names them best: the schema they refer to, their only type, else their place. */
function alternativesOf(
  reader: DocumentReader,
  part: Located,
): ReadonlyMap<string, Located> | undefined {
  const keyword = ['oneOf', 'anyOf'].find((name) => Array.isArray(own(part.node, name)));
  if (keyword === undefined) return undefined;
  const branches = new Map<string, Located>();
  for (const [index, branch] of listOf(own(part.node, keyword)).entries()) {
    const node = objectOf(branch);
    const name =
      textOf(own(node, '$ref')) ?? textOf(own(node, 'title')) ?? textOf(own(node, 'type'));
    const key = name === undefined || branches.has(name) ? `#${index}` : name;
    branches.set(key, reader.at(branch, `${part.pointer}/${keyword}/${index}`));
  }
  return branches;
}

function restOf(parts: readonly Located[]): ReadonlyMap<string, unknown> {
  const rest = new Map<string, unknown>();
  for (const { node, unresolved } of parts) {
    if (unresolved !== undefined) rest.set('$ref', unresolved);
    for (const [key, value] of Object.entries(node)) {
      if (handled.has(key) || annotations.has(key) || key.startsWith('x-')) continue;
      rest.set(key, rest.has(key) ? both(key, rest.get(key), value) : value);
    }
  }
  return rest;
}

/** What two parts of an `allOf` say with one keyword: the narrower limit, or the list of both. */
function both(key: string, a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') {
    return key.startsWith('min') ? Math.max(a, b) : Math.min(a, b);
  }
  return same(a, b) ? a : [a, b];
}
