import { createRequire } from 'node:module';
import type { EnumValue } from '#blueprint';
import type * as yaml from 'yaml';
import type { DraftType, Facts } from '../../../declaration/facts.ts';
import type { CodeEntity, CodeField, CodeReading } from '../code-entity.ts';

/** Loaded by the few documents that have YAML in them. */
const load = createRequire(import.meta.url);

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const formats: Readonly<Record<string, DraftType>> = {
  uuid: { kind: 'uuid' },
  date: { kind: 'date' },
  'date-time': { kind: 'datetime' },
  email: { kind: 'email' },
  uri: { kind: 'url' },
  url: { kind: 'url' },
  password: { kind: 'secret' },
};

/** JSON Schema, also in YAML: one object with its properties, or several below `$defs`, `definitions` or `components`. */
export function readJsonSchema(text: string): CodeReading | undefined {
  const document = parsed(text);
  if (!isObject(document)) return undefined;
  const components = isObject(document['components'])
    ? document['components']['schemas']
    : undefined;
  const named = document['$defs'] ?? document['definitions'] ?? components;
  const schemas: (readonly [string | undefined, unknown])[] = isObject(named)
    ? Object.entries(named)
    : [];
  const title = document['title'];
  if (isObject(document['properties']))
    schemas.unshift([typeof title === 'string' ? title : undefined, document]);
  else if (schemas.length === 0) schemas.push(...Object.entries(document));
  const entities = schemas.flatMap(([name, schema]) => entityOf(name, schema, text) ?? []);
  return entities.length === 0 ? undefined : { entities: untilTheNext(entities, text), enums: [] };
}

/** What is said of a property stands between it and the next one. */
function untilTheNext(entities: readonly CodeEntity[], text: string): readonly CodeEntity[] {
  const starts = entities
    .flatMap((entity) => [entity.start, ...entity.fields.map(({ start }) => start)])
    .sort((one, other) => one - other);
  const endOf = (start: number) => (starts.find((next) => next > start) ?? text.length + 1) - 1;
  return entities.map((entity) => ({
    ...entity,
    end: endOf(entity.start),
    fields: entity.fields.map((field) => ({ ...field, end: endOf(field.start) })),
  }));
}

function parsed(text: string): unknown {
  const isJson = /^\s*\{/.test(text);
  if (!(isJson ? /"properties"\s*:\s*\{/ : /(?:^|\n)\s*properties:\s*\n/).test(text))
    return undefined;
  try {
    if (isJson) return JSON.parse(text);
    const { parse } = load('yaml') as typeof yaml;
    return parse(text, { maxAliasCount: 100, logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function entityOf(name: string | undefined, schema: unknown, text: string): CodeEntity | undefined {
  if (!isObject(schema) || !isObject(schema['properties'])) return undefined;
  const place = placeOf(text, name, 0);
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  let from = name === undefined ? 0 : place.start;
  const fields = Object.entries(schema['properties']).map(([property, value]): CodeField => {
    const at = placeOf(text, property, from);
    from = at.end;
    const facts = isObject(value) ? factsOf(value) : {};
    return {
      name: property,
      facts: { ...facts, ...(required.includes(property) && { required: true }) },
      ...at,
    };
  });
  return { name, fields, keys: [], ...place };
}

/** The line on which a key stands, after `from`; the text has each of them, though perhaps escaped. */
function placeOf(
  text: string,
  key: string | undefined,
  from: number,
): { start: number; end: number } {
  const at = key === undefined ? 0 : Math.max(from, indexOfKey(text, key, from));
  const end = text.indexOf('\n', at);
  return { start: at, end: end < 0 ? text.length : end };
}

/** `"key":` or `key:` */
function indexOfKey(text: string, key: string, from: number): number {
  const quoted = text.indexOf(`${JSON.stringify(key)}:`, from);
  return quoted >= 0 ? quoted : text.indexOf(`${key}:`, from);
}

function factsOf(schema: Json): Facts {
  const kinds = [schema['type']].flat();
  const facts: Facts = {};
  const type = typeOf(schema, kinds);
  if (type !== undefined) facts.type = type;
  if (kinds.includes('null')) facts.required = false;
  const values = [schema['enum']].flat().filter((value) => typeof value === 'string');
  if (values.length > 1) facts.values = values.map((value): EnumValue => ({ value, label: value }));
  for (const key of ['minLength', 'maxLength'] as const)
    if (typeof schema[key] === 'number') facts[key] = schema[key];
  const bound = (inclusive: string, exclusive: string) => {
    const value = schema[inclusive] ?? schema[exclusive];
    return typeof value === 'number'
      ? { value: String(value), exclusive: schema[inclusive] === undefined }
      : undefined;
  };
  const min = bound('minimum', 'exclusiveMinimum');
  const max = bound('maximum', 'exclusiveMaximum');
  if (min !== undefined) facts.min = min;
  if (max !== undefined) facts.max = max;
  if (typeof schema['pattern'] === 'string') facts.pattern = schema['pattern'];
  if (schema['readOnly'] === true) facts.readOnly = true;
  const given = schema['default'];
  if (['string', 'number', 'boolean'].includes(typeof given)) facts.default = String(given);
  if (typeof schema['description'] === 'string') facts.description = schema['description'];
  return facts;
}

/** Lists of lists deeper than that say nothing more; in YAML one may even hold itself. */
const DEEPEST = 4;

function typeOf(schema: Json, kinds: readonly unknown[], depth = 0): DraftType | undefined {
  const reference = schema['$ref'];
  if (typeof reference === 'string')
    return { kind: 'reference', to: reference.split('/').at(-1), cardinality: 'one' };
  const { format } = schema;
  if (typeof format === 'string' && Object.hasOwn(formats, format)) return formats[format];
  if (kinds.includes('integer')) return { kind: 'integer' };
  if (kinds.includes('number')) return { kind: 'number' };
  if (kinds.includes('boolean')) return { kind: 'boolean' };
  if (kinds.includes('array')) {
    const items =
      isObject(schema['items']) && depth < DEEPEST
        ? typeOf(schema['items'], [schema['items']['type']].flat(), depth + 1)
        : undefined;
    if (items?.kind === 'reference') return { ...items, cardinality: 'many' };
    return {
      kind: 'list',
      items:
        items === undefined || items.kind === 'list' || items.kind === 'secret'
          ? { kind: 'string' }
          : items,
    };
  }
  if (kinds.includes('object')) return { kind: 'json' };
  return kinds.includes('string') ? { kind: 'string' } : undefined;
}
