import { Duration } from '../duration.ts';
import { Unknown } from '../unknown.ts';
import { localTime } from '../functions/times.ts';
import { Day, Instant, isContext, isList, Range, Time, typeOf } from '../value.ts';
import { isNamedZone, offsetAt } from '../zones.ts';
import type { Zone } from '../zones.ts';
import type { Value } from '../value.ts';

/** A property of a value; of a list, that of each item. */
export function propertyOf(value: Value, name: string): Value {
  if (value instanceof Unknown) return value;
  if (isList(value)) return value.map((item) => propertyOf(item, name));
  const found = isContext(value) ? value.get(name) : builtIn(value, name);
  if (found !== undefined) return found;
  return isContext(value)
    ? new Unknown('missing', name)
    : new Unknown('type', `a ${typeOf(value)} has no ${name}`);
}

function builtIn(value: Value, name: string): Value | undefined {
  if (value instanceof Day || value instanceof Instant) return ofTime(value, name);
  if (value instanceof Time) return ofClock(value, name);
  if (value instanceof Duration) return ofDuration(value, name);
  if (!(value instanceof Range)) return undefined;
  switch (name) {
    case 'start':
      return value.low ?? new Unknown('null', 'start');
    case 'end':
      return value.high ?? new Unknown('null', 'end');
    case 'start included':
      return value.lowIncluded;
    case 'end included':
      return value.highIncluded;
    default:
      return undefined;
  }
}

function ofTime(value: Day | Instant, name: string): Value | undefined {
  const date = new Date(value instanceof Instant ? localTime(value) : value.time);
  const parts: Readonly<Record<string, number>> = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
    ...(value instanceof Instant && {
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
    }),
  };
  if (value instanceof Instant && (name === 'time offset' || name === 'timezone'))
    return ofZone(value.zone, value.time, name);
  return Object.hasOwn(parts, name) ? parts[name] : undefined;
}

function ofClock({ local, zone }: Time, name: string): Value | undefined {
  switch (name) {
    case 'hour':
      return Math.floor(local / 3_600_000);
    case 'minute':
      return Math.floor(local / 60_000) % 60;
    case 'second':
      return Math.floor(local / 1000) % 60;
    case 'time offset':
    case 'timezone':
      return ofZone(zone, 0, name);
    default:
      return undefined;
  }
}

function ofZone(zone: Zone | undefined, time: number, name: string): Value {
  if (name === 'timezone') return isNamedZone(zone) ? zone : new Unknown('null', name);
  if (zone === undefined) return new Unknown('null', name);
  return new Duration(0, offsetAt(zone, time) * 1000);
}

/** The parts of a duration in normal form. */
function ofDuration({ months, milliseconds }: Duration, name: string): Value | undefined {
  const isExact = months === 0;
  const isCalendar = milliseconds === 0;
  const parts: Readonly<Record<string, number>> = {
    ...(isCalendar && { years: Math.trunc(months / 12) + 0, months: (months % 12) + 0 }),
    ...(isExact && {
      days: Math.trunc(milliseconds / 86_400_000) + 0,
      hours: (Math.trunc(milliseconds / 3_600_000) % 24) + 0,
      minutes: (Math.trunc(milliseconds / 60_000) % 60) + 0,
      seconds: (milliseconds % 60_000) / 1000 + 0,
    }),
  };
  return Object.hasOwn(parts, name) ? parts[name] : undefined;
}
