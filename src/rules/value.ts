import type { FieldType, Literal } from '#blueprint';
import { parseDecimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { parseDuration } from './duration.ts';
import type { Duration } from './duration.ts';

/** What an expression can be at run time; `undefined` is a missing or unknown value. */
export type Value =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: Decimal }
  /** Milliseconds since 1970 at the start of the day in UTC. */
  | { readonly type: 'date'; readonly value: number }
  | { readonly type: 'datetime'; readonly value: number }
  | { readonly type: 'duration'; readonly value: Duration }
  /** Lists and JSON, compared by their text. */
  | { readonly type: 'json'; readonly value: string }
  | undefined;

/** The value of a field as JSON shows it. */
export function valueOf(type: FieldType, json: unknown): Value {
  if (json === undefined || json === null) return undefined;
  const text = typeof json === 'string' || typeof json === 'number' ? String(json) : '';
  switch (type.kind) {
    case 'integer':
    case 'number':
    case 'decimal':
    case 'money':
      return wrap('number', parseDecimal(text));
    case 'boolean':
      return typeof json === 'boolean' ? { type: 'boolean', value: json } : undefined;
    case 'date':
      return time('date', `${text}T00:00:00.000Z`);
    case 'datetime':
      return time('datetime', text);
    case 'list':
    case 'json':
      return { type: 'json', value: JSON.stringify(json) };
    case 'reference':
      return type.cardinality === 'many'
        ? { type: 'json', value: JSON.stringify(json) }
        : { type: 'text', value: text };
    default:
      return typeof json === 'string' ? { type: 'text', value: json } : undefined;
  }
}

/** The value of a constant; undefined if its text is not of its type. */
export function literalValue({ type, value }: Literal): Value {
  switch (type) {
    case 'string':
      return { type: 'text', value };
    case 'boolean':
      return { type: 'boolean', value: value === 'true' };
    case 'integer':
    case 'decimal':
      return wrap('number', parseDecimal(value));
    case 'date':
      return time('date', `${value}T00:00:00.000Z`);
    case 'datetime':
      return time('datetime', value);
    case 'duration': {
      const duration = parseDuration(value);
      return duration && { type: 'duration', value: duration };
    }
  }
}

function wrap(type: 'number', value: Decimal | undefined): Value {
  return value && { type, value };
}

function time(type: 'date' | 'datetime', text: string): Value {
  const value = Date.parse(text);
  return Number.isNaN(value) ? undefined : { type, value };
}
