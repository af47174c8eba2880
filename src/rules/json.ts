import type { FieldType, Literal } from '#blueprint';
import { Decimal } from './decimal.ts';
import { Duration, formatDuration, parseDuration } from './duration.ts';
import { formatNumber, parseNumber } from './number.ts';
import { Unknown } from './unknown.ts';
import { FunctionValue } from './function-value.ts';
import { Day, Instant, isContext, isList, parseTime, Range, Time } from './value.ts';
import { zoneText } from './zones.ts';
import type { Value } from './value.ts';

/** Levels of a JSON value that are looked at; what lies deeper is unknown. */
const MAX_DEPTH = 64;

/** JSON data as a value; texts stay texts. `name` is what a reason calls it. */
export function fromJson(json: unknown, name = '', depth = 0): Value {
  switch (typeof json) {
    case 'string':
    case 'boolean':
      return json;
    case 'number':
      return Number.isFinite(json) ? json + 0 : new Unknown('argument', `${name} is no number`);
    case 'undefined':
      return new Unknown('missing', name);
    case 'object':
      break;
    default:
      return new Unknown('argument', `${name} is no JSON value`);
  }
  if (json === null) return new Unknown('null', name);
  if (depth >= MAX_DEPTH) return new Unknown('limit', `the depth of ${name}`);
  if (Array.isArray(json)) return json.map((item) => fromJson(item, name, depth + 1));
  const entries = Object.entries(json);
  return new Map(entries.map(([key, value]) => [key, fromJson(value, key, depth + 1)]));
}

/** A value as JSON: decimals that a double cannot hold, dates and durations as text, unknown as null. */
export function toJson(value: Value): unknown {
  if (value instanceof Unknown) return null;
  if (value instanceof Decimal) return formatNumber(value);
  if (value instanceof Day) return dateText(value.time);
  if (value instanceof Instant) return instantText(value.time);
  if (value instanceof Time) {
    const clock = new Date(value.local).toISOString().slice(11, -1).replace('.000', '');
    return `${clock}${zoneText(value.zone)}`;
  }
  if (value instanceof FunctionValue) return null;
  if (value instanceof Duration) return formatDuration(value);
  if (value instanceof Range) {
    const { low, high, lowIncluded, highIncluded } = value;
    const end = (limit: Value | undefined) => (limit === undefined ? null : toJson(limit));
    return { low: end(low), high: end(high), lowIncluded, highIncluded };
  }
  if (isList(value)) return value.map(toJson);
  if (isContext(value)) return Object.fromEntries([...value].map(([k, v]) => [k, toJson(v)]));
  return value;
}

/** The value of a field as JSON shows it. */
export function valueOf(type: FieldType, json: unknown, name = ''): Value {
  if (json === undefined || json === null) return new Unknown('missing', name);
  const text = typeof json === 'string' || typeof json === 'number' ? String(json) : '';
  switch (type.kind) {
    case 'integer':
    case 'number':
    case 'decimal':
    case 'money':
      return parseNumber(text) ?? misfit(name, 'number');
    case 'boolean':
      return typeof json === 'boolean' ? json : misfit(name, 'boolean');
    case 'date':
      return day(text) ?? misfit(name, 'date');
    case 'datetime':
      return instant(text) ?? misfit(name, 'time');
    case 'list':
    case 'json':
      return fromJson(json, name);
    case 'reference':
      return type.cardinality === 'many' ? fromJson(json, name) : text;
    default:
      return typeof json === 'string' ? json : misfit(name, 'text');
  }
}

/** The value of a constant; unknown if its text is not of its type. */
export function literalValue({ type, value }: Literal): Value {
  switch (type) {
    case 'string':
      return value;
    case 'boolean':
      return value === 'true';
    case 'integer':
    case 'decimal':
      return parseNumber(value) ?? misfit(value, 'number');
    case 'date':
      return day(value) ?? misfit(value, 'date');
    case 'datetime':
      return instant(value) ?? misfit(value, 'time');
    case 'duration':
      return parseDuration(value) ?? misfit(value, 'duration');
  }
}

export function dateText(time: number): string {
  return yearText(new Date(time).toISOString()).split('T')[0] ?? '';
}

/** JavaScript writes six digits for years that have not four; FEEL as many as there are. */
export function yearText(iso: string): string {
  return iso.replace(/^([+-])0{0,2}(\d{4,6})/, (_, sign: string, year: string) =>
    sign === '-' ? `-${year}` : year,
  );
}

/** Without fractions of a second where there are none. */
export function instantText(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/** An own property of a record, or undefined. */
export function ownProperty(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function day(text: string): Day | undefined {
  const value = parseTime(text);
  return value instanceof Day ? value : undefined;
}

function instant(text: string): Instant | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Instant(time);
}

function misfit(what: string, type: string): Unknown {
  return new Unknown('argument', `${what} is no ${type}`);
}
