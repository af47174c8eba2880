/**
 * Where a time is: `Z`, an offset such as `+02:00` (with seconds where it has any), the name of a zone such as
 * `Europe/Paris`, or undefined for a time that is local wherever it is read.
 */
export type Zone = string;

const OFFSET = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;
/** Offsets reach 14 hours in use; FEEL allows 18. */
const MAX_OFFSET = 18 * 3600;

/** The zone as it is written after a time; undefined if there is no such zone. */
export function parseZone(text: string): Zone | undefined {
  if (text === 'Z' || text === 'z') return 'Z';
  if (text.startsWith('@')) return isKnown(text.slice(1)) ? text.slice(1) : undefined;
  const seconds = offsetOf(text);
  return seconds === undefined ? undefined : zoneOfOffset(seconds);
}

/** `Z`, `+02:00`, `-01:30:15`; undefined for more than is allowed. */
export function zoneOfOffset(seconds: number): Zone | undefined {
  if (!Number.isInteger(seconds) || Math.abs(seconds) > MAX_OFFSET) return undefined;
  if (seconds === 0) return 'Z';
  const size = Math.abs(seconds);
  const two = (part: number) => String(part).padStart(2, '0');
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60].map(two);
  const text = size % 60 === 0 ? parts.slice(0, 2) : parts;
  return `${seconds < 0 ? '-' : '+'}${text.join(':')}`;
}

/** Seconds that a zone is ahead of UTC; of a named one at a time in milliseconds since 1970. */
export function offsetAt(zone: Zone | undefined, time: number): number {
  if (zone === undefined || zone === 'Z') return 0;
  return offsetOf(zone) ?? namedOffset(zone, time);
}

/** The same for a time as the clocks there show it. */
export function offsetAtLocal(zone: Zone | undefined, local: number): number {
  const guess = offsetAt(zone, local);
  return offsetAt(zone, local - guess * 1000);
}

/** How a zone stands after a time. */
export function zoneText(zone: Zone | undefined): string {
  if (zone === undefined) return '';
  return zone === 'Z' || OFFSET.test(zone) ? zone : `@${zone}`;
}

export function isNamedZone(zone: Zone | undefined): zone is Zone {
  return zone !== undefined && zone !== 'Z' && !OFFSET.test(zone);
}

function offsetOf(text: string): number | undefined {
  const [, sign, hours = '', minutes = '', seconds = '0'] = OFFSET.exec(text) ?? [];
  if (sign === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return size > MAX_OFFSET ? undefined : sign === '-' ? 0 - size : size;
}

function isKnown(name: string): boolean {
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(name)) return false;
  try {
    return clockOf(name).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function namedOffset(zone: Zone, time: number): number {
  const parts = clockOf(zone).formatToParts(time);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const isBefore = parts.some(({ type, value: era }) => type === 'era' && era === 'B');
  const shown = utc(
    isBefore ? 1 - value('year') : value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return Math.round((shown - Math.floor(time / 1000) * 1000) / 1000);
}

/** `Date.UTC` takes the years before 100 for those of the last century. */
function utc(year: number, month: number, ...clock: readonly number[]): number {
  const [day = 1, hour = 0, minute = 0, second = 0] = clock;
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.setUTCHours(hour, minute, second, 0);
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'narrow',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}
