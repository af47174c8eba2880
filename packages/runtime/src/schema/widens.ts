import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema, JsonSchemaObject } from './json-schema.ts';

/** One place where a schema takes less than another. */
export interface SchemaChange {
  readonly path: string;
  readonly problem: string;
}

/** Keywords that are compared one by one below, and those that only describe. */
const known = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'const',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'format',
  '$comment',
  '$schema',
  '$id',
  'readOnly',
  'writeOnly',
]);

const DEEPEST = 64;

/**
 * Whether `wide` takes every value that `narrow` takes: empty when it does, else the places where it may not.
 * What can't be decided (other keywords that differ, such as `pattern` or `anyOf`) counts as narrower.
 */
export function widens(narrow: JsonSchema, wide: JsonSchema, path = '', depth = 0): SchemaChange[] {
  if (wide === true || narrow === false || isDeepStrictEqual(narrow, wide)) return [];
  if (wide === false) return [{ path, problem: 'is not allowed any more' }];
  if (depth > DEEPEST) return [{ path, problem: 'is nested too deep to compare' }];
  const from = narrow === true ? {} : narrow;
  return [
    ...types(from, wide, path),
    ...values(from, wide, path),
    ...limits(from, wide, path),
    ...objects(from, wide, path, depth),
    ...(wide.items === undefined
      ? []
      : widens(from.items ?? true, wide.items, `${path}/items`, depth + 1)),
    ...others(from, wide, path),
  ];
}

function types(narrow: JsonSchemaObject, wide: JsonSchemaObject, path: string): SchemaChange[] {
  if (wide.type === undefined) return [];
  const taken = new Set([wide.type].flat());
  const lost = typesOf(narrow).filter(
    (type) => !taken.has(type) && !(type === 'integer' && taken.has('number')),
  );
  return lost.length === 0 ? [] : [{ path, problem: `does not allow ${lost.join(', ')}` }];
}

function typesOf({ type, enum: listed, const: constant }: JsonSchemaObject) {
  if (type !== undefined) return [type].flat();
  const examples = constant === undefined ? listed : [constant];
  if (examples === undefined)
    return ['string', 'number', 'boolean', 'null', 'object', 'array'] as const;
  return examples.map((value) =>
    value === null ? 'null' : Array.isArray(value) ? 'array' : (typeof value as 'string'),
  );
}

function values(narrow: JsonSchemaObject, wide: JsonSchemaObject, path: string): SchemaChange[] {
  const list = ({ enum: listed, const: constant }: JsonSchemaObject) =>
    constant === undefined ? listed : [constant];
  const allowed = list(wide);
  if (allowed === undefined) return [];
  const before = list(narrow);
  if (before === undefined) return [{ path, problem: 'allows only listed values' }];
  const lost = before.filter((value) => !allowed.some((other) => isDeepStrictEqual(value, other)));
  return lost.length === 0
    ? []
    : [
        {
          path,
          problem: `does not allow ${lost.map((value) => JSON.stringify(value)).join(', ')}`,
        },
      ];
}

const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];

function limits(narrow: JsonSchemaObject, wide: JsonSchemaObject, path: string): SchemaChange[] {
  return [...lower, ...upper].flatMap((keyword) => {
    const limit = wide[keyword];
    const before = narrow[keyword];
    if (typeof limit !== 'number') return [];
    const within =
      typeof before === 'number' && (lower.includes(keyword) ? before >= limit : before <= limit);
    return within ? [] : [{ path, problem: `has the limit ${keyword} ${limit}` }];
  });
}

function objects(
  narrow: JsonSchemaObject,
  wide: JsonSchemaObject,
  path: string,
  depth: number,
): SchemaChange[] {
  const sure = new Set(narrow.required);
  const wanted = (wide.required ?? []).filter((name) => !sure.has(name));
  // A name that was free before, and nobody had a reason to use, may get a meaning.
  const closed = typeof (narrow.additionalProperties ?? true) === 'object';
  const names = new Set([
    ...Object.keys(narrow.properties ?? {}),
    ...(closed ? Object.keys(wide.properties ?? {}) : []),
  ]);
  const of = (schema: JsonSchemaObject, name: string) =>
    schema.properties?.[name] ?? schema.additionalProperties ?? true;
  return [
    ...wanted.map((name) => ({ path: `${path}/properties/${name}`, problem: 'is required' })),
    ...[...names].flatMap((name) =>
      widens(of(narrow, name), of(wide, name), `${path}/properties/${name}`, depth + 1),
    ),
    ...widens(
      narrow.additionalProperties ?? true,
      wide.additionalProperties ?? true,
      `${path}/additionalProperties`,
      depth + 1,
    ),
  ];
}

function others(narrow: JsonSchemaObject, wide: JsonSchemaObject, path: string): SchemaChange[] {
  return Object.keys(wide)
    .filter((keyword) => !known.has(keyword))
    .filter((keyword) => !isDeepStrictEqual(narrow[keyword], wide[keyword]))
    .map((keyword) => ({ path, problem: `has another ${keyword}` }));
}
