import { Duration, parseDuration } from '../duration.ts';
import { integerOf } from '../number.ts';
import { Day, Instant, isTime, parseTime } from '../value.ts';
import type { Value } from '../value.ts';
import type { Builtin } from './builtin.ts';
import { combined, localTime } from './times.ts';

const DAY = 86_400_000;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** As clocks in the zone of a time show it. */
export const dates = {
  date: ([from, month, day]) => {
    if (month !== undefined) return fromParts(from, month, day);
    if (from instanceof Day) return from;
    if (from instanceof Instant) return new Day(Math.floor(localTime(from) / DAY) * DAY);
    const value = typeof from === 'string' ? parseTime(from) : undefined;
    return value instanceof Day ? value : undefined;
  },
  'date and time': ([from, time]) => {
    if (time !== undefined) return combined(from, time);
    const value = typeof from === 'string' ? parseTime(from) : from;
    if (value instanceof Instant) return value;
    return value instanceof Day ? new Instant(value.time) : undefined;
  },
  duration: ([from]) => (typeof from === 'string' ? parseDuration(from) : undefined),
  'years and months duration': ([from, to]) => {
    if (from === undefined || to === undefined || !isTime(from) || !isTime(to)) return undefined;
    return new Duration(monthsBetween(shownTime(from), shownTime(to)), 0);
  },
  'day of year': ofDate((time) => {
    const start = Date.UTC(new Date(time).getUTCFullYear(), 0, 1);
    return Math.floor((time - start) / DAY) + 1;
  }),
  'day of week': ofDate((time) => weekdays[new Date(time).getUTCDay()]),
  'month of year': ofDate((time) => months[new Date(time).getUTCMonth()]),
  // ISO 8601: the week that has the year's first Thursday is the first.
  'week of year': ofDate((time) => {
    const start = Math.floor(time / DAY) * DAY;
    const thursday = start + (4 - (new Date(start).getUTCDay() || 7)) * DAY;
    const first = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
    return Math.floor((thursday - first) / (7 * DAY)) + 1;
  }),
} satisfies Record<string, Builtin>;

function ofDate(call: (time: number) => Value | undefined): Builtin {
  return ([date]) => (date !== undefined && isTime(date) ? call(shownTime(date)) : undefined);
}

function shownTime(date: Day | Instant): number {
  return date instanceof Instant ? localTime(date) : date.time;
}

function fromParts(year: Value | undefined, month: Value, day: Value | undefined): Day | undefined {
  const parts = [year, month, day].map(integerOf);
  const [y = Number.NaN, m = 0, d = 0] = parts;
  if (!(Math.abs(y) <= 200_000) || m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  const sign = y < 0 ? '-' : '';
  const value = parseTime(`${sign}${String(Math.abs(y)).padStart(4, '0')}-${two(m)}-${two(d)}`);
  return value instanceof Day ? value : undefined;
}

/** Whole months between the dates, towards zero. */
function monthsBetween(from: number, to: number): number {
  if (to < from) return 0 - monthsBetween(to, from);
  const [a, b] = [new Date(from), new Date(to)];
  const count = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return b.getUTCDate() < a.getUTCDate() ? count - 1 : count;
}
