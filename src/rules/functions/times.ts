import { Duration } from '../duration.ts';
import { decimalOf, integerOf } from '../number.ts';
import { Unknown } from '../unknown.ts';
import { Day, Instant, isNumeric, isTime, parseClock, Time } from '../value.ts';
import type { Value } from '../value.ts';
import { offsetAt, offsetAtLocal, zoneOfOffset } from '../zones.ts';
import type { Builtin } from './builtin.ts';

const DAY = 86_400_000;

/** Times of the day. */
export const times = {
  time: (args) => {
    const [from, minute, second, offset] = args;
    if (args.length > 1) return fromParts([from, minute, second], offset);
    if (typeof from === 'string') return parseClock(from);
    if (from instanceof Time) return from;
    if (from instanceof Day) return new Time(0, 'Z');
    return from instanceof Instant ? new Time(modulo(localTime(from)), from.zone) : undefined;
  },
} satisfies Record<string, Builtin>;

/** A date with a time of the day; the zone is that of the time. */
export function combined(date: Value | undefined, time: Value | undefined): Instant | undefined {
  if (date === undefined || !isTime(date) || !(time instanceof Time)) return undefined;
  const start = Math.floor((date instanceof Day ? date.time : localTime(date)) / DAY) * DAY;
  const local = start + time.local;
  return new Instant(local - offsetAtLocal(time.zone, local) * 1000, time.zone ?? null);
}

/** Milliseconds since 1970 as clocks there show them. */
export function localTime({ time, zone }: Instant): number {
  return time + offsetAt(zone, time) * 1000;
}

function fromParts(
  parts: readonly (Value | undefined)[],
  offset: Value | undefined,
): Time | undefined {
  const [second] = parts.slice(2);
  const [h = -1, m = -1, whole = -1] = parts.map((part, at) =>
    at === 2 && part !== undefined && isNumeric(part)
      ? Math.floor(toNumber(part))
      : integerOf(part),
  );
  if (h < 0 || h > 23 || m < 0 || m > 59 || whole < 0 || whole > 59) return undefined;
  const exact = second !== undefined && isNumeric(second) ? toNumber(second) : whole;
  const local = h * 3_600_000 + m * 60_000 + Math.trunc(exact * 1000);
  if (offset === undefined || offset instanceof Unknown) return new Time(local, undefined);
  if (!(offset instanceof Duration) || offset.months !== 0) return undefined;
  const zone = zoneOfOffset(offset.milliseconds / 1000);
  return zone === undefined ? undefined : new Time(local, zone);
}

function toNumber(value: Parameters<typeof decimalOf>[0]): number {
  const { units, scale } = decimalOf(value);
  return Number(units) / 10 ** scale;
}

function modulo(time: number): number {
  return time - Math.floor(time / DAY) * DAY;
}
