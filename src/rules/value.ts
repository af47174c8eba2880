import { Decimal } from './decimal.ts';
import type { Duration } from './duration.ts';
import type { Numeric } from './number.ts';
import { Unknown } from './unknown.ts';

/** What an expression can be at run time. */
export type Value =
  | boolean
  | string
  | Numeric
  | Day
  | Instant
  | Duration
  | Range
  | readonly Value[]
  | Context
  | Unknown;

/** Named values, in the order in which they were written. */
export type Context = ReadonlyMap<string, Value>;

/** A date: milliseconds since 1970 at the start of the day in UTC. */
export class Day {
  readonly kind = 'date';
  readonly time: number;

  constructor(time: number) {
    this.time = time;
  }
}

/** A date with its time: milliseconds since 1970. */
export class Instant {
  readonly kind = 'datetime';
  readonly time: number;

  constructor(time: number) {
    this.time = time;
  }
}

/** All between two values; without `low` or `high` it has no limit there. */
export class Range {
  readonly kind = 'range';
  readonly low: Value | undefined;
  readonly high: Value | undefined;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;

  constructor(
    low: Value | undefined,
    high: Value | undefined,
    { lowIncluded = false, highIncluded = false } = {},
  ) {
    this.low = low;
    this.high = high;
    this.lowIncluded = lowIncluded;
    this.highIncluded = highIncluded;
  }
}

export type ValueType =
  | 'boolean'
  | 'string'
  | 'number'
  | 'date'
  | 'datetime'
  | 'duration'
  | 'range'
  | 'list'
  | 'context'
  | 'unknown';

export function typeOf(value: Value): ValueType {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  if (isList(value)) return 'list';
  if (value instanceof Unknown) return 'unknown';
  if (value instanceof Map) return 'context';
  const { kind } = value as Decimal | Day | Instant | Duration | Range;
  return kind === 'decimal' ? 'number' : kind;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isContext(value: Value): value is Context {
  return value instanceof Map;
}

export function isNumeric(value: Value): value is Numeric {
  return typeof value === 'number' || value instanceof Decimal;
}

export function isTime(value: Value): value is Day | Instant {
  return value instanceof Day || value instanceof Instant;
}

/** A date or time of ISO 8601; without an offset it is UTC. Undefined for what does not exist. */
export function parseTime(text: string): Day | Instant | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/.exec(
      text,
    );
  const [, date = '', clock, zone = 'Z'] = match ?? [];
  const start = Date.parse(`${date}T00:00:00.000Z`);
  // A day that a month has not is taken for one of the next.
  if (Number.isNaN(start) || new Date(start).getUTCDate() !== Number(date.slice(8)))
    return undefined;
  if (clock === undefined) return new Day(start);
  const time = Date.parse(`${date}T${clock}${zone}`);
  return Number.isNaN(time) ? undefined : new Instant(time);
}
