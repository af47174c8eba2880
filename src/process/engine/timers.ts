/** When a timer is due (milliseconds since 1970), how often still after that (-1 for ever), and after what. */
export interface Due {
  readonly due: number;
  readonly left: number;
  readonly period: string;
}

const DURATION =
  /^P(?=.)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,7})D)?(?:T(?=.)(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,10})(?:[.,](\d{1,9}))?S)?)?$/;
const REPETITION = /^R(\d{0,9})\/(?:([^/]{4,40})\/)?(P[^/]{1,60})$/;

/** What can be written for a timer as it stands; anything else is FEEL. ISO 8601, times without zone are UTC. */
export function isTimerText(form: 'at' | 'after' | 'every', text: string): boolean {
  return dueTime(form, text, 0) !== undefined;
}

/** Undefined if the value is none for this form of timer. */
export function dueTime(
  form: 'at' | 'after' | 'every',
  value: unknown,
  now: number,
): Due | undefined {
  if (typeof value !== 'string') return undefined;
  if (form === 'at') {
    const due = timeOf(value);
    return due === undefined ? undefined : { due, left: 0, period: '' };
  }
  if (form === 'after') {
    const due = addDuration(now, value);
    return due === undefined ? undefined : { due, left: 0, period: '' };
  }
  const [, count = '', start, period = ''] = REPETITION.exec(value) ?? [];
  const first = start === undefined ? addDuration(now, period) : timeOf(start);
  // A repetition without a length would never let anything else happen.
  const later = addDuration(0, period);
  if (first === undefined || later === undefined || later <= 0 || count === '0') return undefined;
  return { due: first, left: count === '' ? -1 : Number(count) - 1, period };
}

/** The time after this one; undefined if it was the last. */
export function nextDue({ due, left, period }: Due): Due | undefined {
  const next = left === 0 ? undefined : addDuration(due, period);
  return next === undefined ? undefined : { due: next, left: left < 0 ? left : left - 1, period };
}

function timeOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/.test(text))
    return undefined;
  const zoned = text.length === 10 || /(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : time;
}

/** ISO 8601: months are of the calendar, in UTC; the day is cut to the length of the month. */
function addDuration(time: number, text: string): number | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(1, 8)
    .map((part) => Number(part ?? 0));
  const fraction = Number(`0.${match[8] ?? '0'}`);
  const date = new Date(time);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + (years ?? 0) * 12 + (months ?? 0);
  const last = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  const shifted =
    (years ?? 0) + (months ?? 0) === 0
      ? time
      : new Date(time).setUTCFullYear(
          Math.floor(month / 12),
          month % 12,
          Math.min(date.getUTCDate(), last),
        );
  const span =
    (((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 3_600_000 +
    (minutes ?? 0) * 60_000 +
    ((seconds ?? 0) + fraction) * 1000;
  const due = Math.round(shifted + span);
  return Number.isSafeInteger(due) && due < 8.64e15 ? due : undefined;
}
