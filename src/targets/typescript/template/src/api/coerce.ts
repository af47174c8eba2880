import type { Schemas } from './schemas.ts';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** What a parameter holds before it has a type. */
export type RawValue = string | readonly string[] | Readonly<Record<string, string>>;

/** Text as the type that its schema admits: `12` is a number where one may stand. What fits nothing stays text. */
export function coerce(schemas: Schemas, schema: unknown, raw: RawValue): unknown {
  if (typeof raw === 'string') return coerceText(schemas, schema, raw);
  if (Array.isArray(raw)) {
    const items = schemas.itemsOf(schema);
    return raw.map((item: string) => coerceText(schemas, items, item));
  }
  const properties = schemas.propertiesOf(schema);
  return Object.fromEntries(
    Object.entries(raw as Readonly<Record<string, string>>).map(([name, value]) => [
      name,
      coerceText(schemas, properties.get(name), value),
    ]),
  );
}

function coerceText(schemas: Schemas, schema: unknown, text: string): unknown {
  const types = schemas.typesOf(schema);
  const value = typed(types, text);
  // Where both text and something else may stand, the schema decides.
  const isEither = value !== text && types.has('string');
  return isEither && schemas.check(schema, 'request', value).length > 0 ? text : value;
}

function typed(types: ReadonlySet<string>, text: string): unknown {
  if ((types.has('integer') || types.has('number')) && NUMBER.test(text)) {
    const number = Number(text);
    if (Number.isFinite(number)) return number;
  }
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
