import { FORMATS } from './formats.ts';
import { isPart } from './part.ts';
import type { Part } from './part.ts';

/** Who sends a value: `readOnly` properties are none of a request's business, `writeOnly` ones none of an answer's. */
export type Direction = 'request' | 'answer';

/** What the conversion of a schema asks of the document around it. */
export interface SchemaContext {
  readonly direction: Direction;
  /** OpenAPI 3.0 has its own words for null and for limits, and ignores what stands beside a reference. */
  readonly isOld: boolean;
  /** Patterns that would take too long to check. */
  readonly unchecked: ReadonlySet<string>;
  /** The name under which a schema of the document is known to the validator. */
  readonly nameOf: (pointer: string) => string;
  readonly follow: (given: unknown) => Part;
}

const TYPES = new Set(['string', 'integer', 'number', 'boolean', 'array', 'object', 'null']);
const isNumber = (value: unknown) => typeof value === 'number';
const isLimit = (value: unknown) => typeof value === 'number' || typeof value === 'boolean';
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const isText = (value: unknown) => typeof value === 'string';
/** Keywords whose value is kept as it is, if it is one that they can have: any other says nothing. */
const PLAIN: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['enum', (value) => Array.isArray(value) && value.length > 0],
  ['const', () => true],
  ['multipleOf', (value) => typeof value === 'number' && value > 0],
  ['maximum', isNumber],
  ['exclusiveMaximum', isLimit],
  ['minimum', isNumber],
  ['exclusiveMinimum', isLimit],
  ['maxLength', isCount],
  ['minLength', isCount],
  ['pattern', isText],
  ['format', (value) => FORMATS.has(String(value))],
  ['maxItems', isCount],
  ['minItems', isCount],
  ['maxContains', isCount],
  ['minContains', isCount],
  ['maxProperties', isCount],
  ['minProperties', isCount],
  ['dependentRequired', isPart],
]);
const ONE = new Set([
  'items',
  'contains',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
]);
const LIST = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const NONE: ReadonlySet<string> = new Set();
const MAP = new Set(['properties', 'patternProperties', 'dependentSchemas']);

const NUMERIC = ['if', { type: 'number' }] as const;
/** Formats of numbers, as parts of schemas. */
const WHOLE: ReadonlyMap<unknown, ReadonlyMap<string, Part>> = new Map([
  [
    'int32',
    new Map<string, Part>([
      NUMERIC,
      ['then', { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }],
    ]),
  ],
  ['int64', new Map<string, Part>([NUMERIC, ['then', { type: 'integer' }]])],
]);
/** What says something of null, too. */
const OF_NULL = ['enum', 'const', '$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if'];

/** A schema of OpenAPI 3.0 or 3.1 as one of JSON Schema 2020-12, with nothing but what checks values. */
export function normalSchema(given: unknown, context: SchemaContext): Part | boolean {
  if (typeof given === 'boolean') return given;
  if (!isPart(given)) return {};
  const normal: Record<string, unknown> = {};
  if (typeof given['$ref'] === 'string') {
    normal['$ref'] = context.nameOf(given['$ref'].slice(1));
    if (context.isOld) return normal;
  }
  for (const [key, value] of Object.entries(given)) {
    const fits = PLAIN.get(key);
    if (fits?.(value)) normal[key] = value;
    else if (ONE.has(key)) normal[key] = normalSchema(value, context);
    else if (LIST.has(key) && Array.isArray(value) && value.length > 0) {
      normal[key] = value.map((item) => normalSchema(item, context));
    } else if (MAP.has(key) && isPart(value)) {
      const skipped = key === 'patternProperties' ? context.unchecked : NONE;
      const kept = Object.entries(value).filter(([name]) => !skipped.has(name));
      normal[key] = Object.fromEntries(
        kept.map(([name, schema]) => [name, normalSchema(schema, context)]),
      );
    }
  }
  if (given['uniqueItems'] === true) normal['distinctItems'] = true;
  const required = requiredOf(given, context);
  if (required.length > 0) normal['required'] = required;
  if (context.unchecked.has(String(normal['pattern']))) delete normal['pattern'];
  // Words that are no types of JSON say nothing.
  const types = [given['type']].flat().filter((type) => TYPES.has(String(type)));
  if (types.length === 0) delete normal['type'];
  else normal['type'] = types;
  // Each item that should not be there is to blame, rather than the list.
  if (normal['items'] === false) normal['items'] = { not: {} };
  const whole = WHOLE.get(given['format']);
  if (whole) {
    const others = Array.isArray(normal['allOf']) ? (normal['allOf'] as unknown[]) : [];
    normal['allOf'] = [...others, Object.fromEntries(whole)];
  }
  if (context.isOld) return modern(given, normal);
  for (const limit of ['exclusiveMinimum', 'exclusiveMaximum'])
    if (typeof normal[limit] === 'boolean') delete normal[limit];
  return normal;
}

function requiredOf(given: Part, context: SchemaContext): readonly string[] {
  const { required, properties } = given;
  if (!Array.isArray(required)) return [];
  const flag = context.direction === 'request' ? 'readOnly' : 'writeOnly';
  const known = isPart(properties) ? properties : {};
  return [...new Set(required)].filter((name): name is string => {
    if (typeof name !== 'string') return false;
    const property = Object.hasOwn(known, name) ? known[name] : undefined;
    const isOther = isPart(property) && property[flag] === true;
    return !isOther && context.follow(property)[flag] !== true;
  });
}

/** `nullable` and `exclusiveMinimum: true` in the words of today. */
function modern(given: Part, normal: Record<string, unknown>): Part {
  for (const [limit, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (typeof normal[exclusive] !== 'boolean') continue;
    if (normal[exclusive] && limit in normal) {
      normal[exclusive] = normal[limit];
      delete normal[limit];
    } else delete normal[exclusive];
  }
  if (given['nullable'] !== true) return normal;
  const { type } = normal;
  const isPlain = Array.isArray(type) && !OF_NULL.some((key) => key in given);
  if (isPlain) return { ...normal, type: [...new Set<unknown>([...type, 'null'])] };
  return { anyOf: [{ type: 'null' }, normal] };
}
