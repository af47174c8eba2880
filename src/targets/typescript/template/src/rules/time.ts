/** A span of time: calendar months, and exact milliseconds (a day has 24 hours in UTC). */
export class Duration {
  readonly months: number;
  readonly milliseconds: number;

  constructor(months: number, milliseconds: number) {
    this.months = months;
    this.milliseconds = milliseconds;
  }
}

type Moment = number | undefined;
type Span = Duration | undefined;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const months = (count: number): Duration => new Duration(count, 0);
export const days = (count: number): Duration => new Duration(0, count * DAY);
export const hours = (count: number): Duration => new Duration(0, count * HOUR);
export const minutes = (count: number): Duration => new Duration(0, count * MINUTE);

/** A date (its first moment in UTC) or a time, as milliseconds since 1970. */
export function moment(value: string | Date | null | undefined): Moment {
  if (value instanceof Date) return value.getTime();
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** The date of a moment in UTC. */
export function dateOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** Months first (31 January + 1 month = the last day of February), then the exact part. */
export function later(from: Moment, span: Span): Moment {
  if (from === undefined || !span) return undefined;
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + span.months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime() + span.milliseconds;
}

export function earlier(from: Moment, span: Span): Moment {
  return later(from, negated(span));
}

/** The exact span from `start` to `end`. */
export function between(start: Moment, end: Moment): Span {
  return start === undefined || end === undefined ? undefined : new Duration(0, end - start);
}

export function longer(span: Span, by: Span): Span {
  return span && by && new Duration(span.months + by.months, span.milliseconds + by.milliseconds);
}

export function shorter(span: Span, by: Span): Span {
  return longer(span, negated(by));
}

function negated(span: Span): Span {
  return span && new Duration(-span.months, -span.milliseconds);
}
