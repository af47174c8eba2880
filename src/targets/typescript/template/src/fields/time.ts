import { defineField } from './field.ts';
import type { Field, FieldOptions, Kind } from './field.ts';

interface Range {
  readonly min?: string;
  readonly max?: string;
  /** Exclusive limits. */
  readonly above?: string;
  readonly below?: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:[0-5]\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const FIRST = Date.parse('0001-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** A day of the calendar, `2026-01-31`. */
export function date<R extends boolean = false>(
  options: FieldOptions<string, R> & Range = {},
): Field<string, R> {
  return defineField(
    timeKind(parseDate, 'a date that exists, such as 2026-01-31', options),
    options,
  );
}

/** A moment, `2026-01-31T09:30:00.000Z`. */
export function datetime<R extends boolean = false>(
  options: FieldOptions<string, R> & Range = {},
): Field<string, R> {
  const name = 'a time, such as 2026-01-31T09:30:00Z';
  return defineField(timeKind(parseDatetime, name, options), options);
}

/** Texts of one form and length compare as the times do. */
function timeKind(
  parse: (text: string) => string | undefined,
  name: string,
  { min, max, above, below }: Range,
): Kind<string> {
  return {
    read(value, pointer, issues) {
      if (typeof value !== 'string') return issues.add(pointer, 'type', 'must be text');
      const read = parse(value);
      if (read === undefined) return issues.add(pointer, 'format', `must be ${name}`);
      if (min !== undefined && read < min)
        return issues.add(pointer, 'minimum', `must not be before ${min}`);
      if (above !== undefined && read <= above)
        return issues.add(pointer, 'minimum', `must be after ${above}`);
      if (max !== undefined && read > max)
        return issues.add(pointer, 'maximum', `must not be after ${max}`);
      if (below !== undefined && read >= below)
        return issues.add(pointer, 'maximum', `must be before ${below}`);
      return read;
    },
    parse,
    ordered: true,
  };
}

function parseDate(text: string): string | undefined {
  if (!DATE.test(text) || text < '0001') return undefined;
  return exists(text, Date.parse(`${text}T00:00:00.000Z`)) ? text : undefined;
}

/** Any offset, up to nine decimals (cut to milliseconds) → UTC. */
function parseDatetime(text: string): string | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, local = '', fraction = '', sign, hours = '0', minutes = '0'] = match;
  const time = Date.parse(`${local}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  if (!exists(local, time) || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  const utc = sign === '-' ? time + offset : time - offset;
  return utc >= FIRST && utc <= LAST ? new Date(utc).toISOString() : undefined;
}

/** `Date.parse` takes 30 February for 2 March. */
function exists(text: string, time: number): boolean {
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
