import { Decimal } from './decimal.ts';
import type { Duration } from './duration.ts';
import type { Numeric } from './number.ts';
import type { FunctionValue } from './function-value.ts';
import { Unknown } from './unknown.ts';
import { offsetAtLocal, parseZone } from './zones.ts';
import type { Zone } from './zones.ts';

/** What an expression can be at run time. */
export type Value =
  | boolean
  | string
  | Numeric
  | Day
  | Instant
  | Time
  | Duration
  | Range
  | readonly Value[]
  | Context
  | FunctionValue
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

/** A date with its time: milliseconds since 1970. Without a zone (null) it is local, and counted as if it was UTC. */
export class Instant {
  readonly kind = 'datetime';
  readonly time: number;
  readonly zone: Zone | undefined;

  constructor(time: number, zone: Zone | null = 'Z') {
    this.time = time;
    this.zone = zone ?? undefined;
  }
}

/** A time of day: milliseconds since midnight as clocks there show it; local without a zone. */
export class Time {
  readonly kind = 'time';
  readonly local: number;
  readonly zone: Zone | undefined;

  constructor(local: number, zone: Zone | undefined) {
    this.local = local;
    this.zone = zone;
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
  | 'time'
  | 'function'
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
  const { kind } = value as Exclude<
    Value,
    boolean | string | number | readonly Value[] | Context | Unknown
  >;
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

/** A date, or a date with its time, of ISO 8601; without an offset it is local. Undefined for what does not exist. */
export function parseTime(text: string): Day | Instant | undefined {
  const match = /^(-?)(\d{4,6})-(\d{2})-(\d{2})(?:T(.+))?$/.exec(text);
  const [, sign = '', year = '', month = '', day = '', clock] = match ?? [];
  const start = match ? startOfDay(sign, year, Number(month), Number(day)) : undefined;
  if (start === undefined) return undefined;
  if (clock === undefined) return new Day(start);
  // 24:00 is the end of the day, which is the start of the next.
  const isEnd = /^24:00:00(?:\.0+)?(?=$|\D)/.test(clock);
  const time = parseClock(isEnd ? `00${clock.slice(2)}` : clock);
  if (!time) return undefined;
  const local = start + time.local + (isEnd ? DAY : 0);
  return new Instant(local - offsetAtLocal(time.zone, local) * 1000, time.zone ?? null);
}

/** A time of day of ISO 8601, with an offset or a zone (`10:30:00@Europe/Paris`) if it is not local. */
export function parseClock(text: string): Time | undefined {
  const match = /^(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(.*)$/.exec(text);
  const [, hours = '', minutes = '', seconds = '0', fraction = '', rest = ''] = match ?? [];
  if (!match || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59)
    return undefined;
  const zone = rest === '' ? undefined : parseZone(rest);
  if (rest !== '' && zone === undefined) return undefined;
  const whole = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
  return new Time(whole + Math.trunc(Number(`0${fraction}`) * 1000), zone);
}

const DAY = 86_400_000;

/** Undefined for a day that a month has not, and for years that are written otherwise. */
function startOfDay(sign: string, year: string, month: number, day: number): number | undefined {
  if (year.length > 4 && year.startsWith('0')) return undefined;
  const signed = Number(sign + year);
  const date = new Date(0);
  const start = date.setUTCFullYear(signed, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && !Object.is(signed, -0) ? start : undefined;
}
