import { follow, isRecord } from '#blueprint';

type Json = Readonly<Record<string, unknown>>;

/** An object schema as a whole: what `allOf` adds is laid together. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, Json>;
  readonly required: ReadonlySet<string>;
  /** It may have no properties but these. */
  readonly closed: boolean;
}

/** The shape of a schema of plain objects; undefined if it is anything else. */
export function objectShape(document: Json, schema: unknown, depth = 0): ObjectShape | undefined {
  const part = follow(document, schema);
  const { type, properties, required, allOf, additionalProperties } = part;
  const types = [type].flat();
  const isObject =
    types.includes('object') || (type === undefined && (properties ?? allOf) !== undefined);
  if (!isObject || depth > 10 || 'oneOf' in part || 'anyOf' in part || 'not' in part)
    return undefined;
  const found = new Map<string, Json>();
  const needed = new Set<string>();
  let closed = additionalProperties === false;
  for (const member of Array.isArray(allOf) ? allOf : []) {
    const shape = objectShape(document, member, depth + 1);
    if (!shape) return undefined;
    for (const [name, property] of shape.properties) found.set(name, property);
    for (const name of shape.required) needed.add(name);
    closed ||= shape.closed;
  }
  for (const [name, property] of Object.entries(isRecord(properties) ? properties : {}))
    found.set(name, plain(document, property));
  for (const name of Array.isArray(required) ? required : []) needed.add(String(name));
  return { properties: found, required: needed, closed };
}

/** A schema with references followed; `allOf` of one is that one: so people write a reference with words beside it. */
export function plain(document: Json, schema: unknown, depth = 0): Json {
  const part = follow(document, schema);
  const { allOf } = part;
  const isOne = Array.isArray(allOf) && allOf.length === 1 && depth < 10;
  return isOne && Object.keys(meaning(part)).length === 1
    ? plain(document, allOf[0], depth + 1)
    : part;
}

/** Does every value of one schema fit another? Only where that is plain to see. */
export function fits(document: Json, given: unknown, wanted: unknown, depth = 0): boolean {
  const from = plain(document, given);
  const to = plain(document, wanted);
  if (from === to || depth > 10) return from === to;
  const [a, b] = [meaning(from), meaning(to)];
  if (JSON.stringify(a) === JSON.stringify(b)) return true;
  const source = objectShape(document, from);
  const target = objectShape(document, to);
  if (source && target) return objectFits(document, source, target, depth);
  if (a['type'] === 'array' && b['type'] === 'array') {
    const rest = Object.keys(b).every((key) => key === 'type' || key === 'items');
    return rest && fits(document, a['items'] ?? {}, b['items'] ?? {}, depth + 1);
  }
  // A type and nothing else takes all of that type, and of what is narrower.
  const [fromTypes, toTypes] = [typesOf(from), typesOf(to)];
  const isWide = Object.keys(b).every((key) => ['type', 'nullable'].includes(key));
  return isWide && fromTypes.size > 0 && [...fromTypes].every((type) => admits(toTypes, type));
}

function objectFits(document: Json, from: ObjectShape, to: ObjectShape, depth: number): boolean {
  if ([...to.required].some((name) => !from.required.has(name))) return false;
  return [...from.properties].every(([name, property]) => {
    const wanted = to.properties.get(name);
    return wanted === undefined ? !to.closed : fits(document, property, wanted, depth + 1);
  });
}

/** The types that a schema admits; empty: any. */
export function typesOf(schema: Json): ReadonlySet<string> {
  const types = [schema['type']].flat().filter((type) => typeof type === 'string');
  const { enum: values } = schema;
  if (types.length === 0 && Array.isArray(values)) types.push(...values.map(jsonType));
  if (schema['nullable'] === true) types.push('null');
  return new Set(types);
}

function admits(types: ReadonlySet<string>, type: string): boolean {
  return types.size === 0 || types.has(type) || (type === 'integer' && types.has('number'));
}

const WORDS = [
  'title',
  'description',
  'example',
  'examples',
  'default',
  'deprecated',
  'xml',
  'externalDocs',
  'readOnly',
  'writeOnly',
];

/** What a schema says about values, in one order. */
function meaning(schema: Json): Json {
  const kept = Object.entries(schema).filter(
    ([key]) => !WORDS.includes(key) && !key.startsWith('x-'),
  );
  return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function jsonType(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
