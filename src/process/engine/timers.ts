import { addDuration, parseDuration, scaledDuration } from '#rules';

/** When a timer is due (milliseconds since 1970), how often still after that (-1 for ever), and after what. */
export interface Due {
  readonly due: number;
  readonly left: number;
  /** ISO 8601; empty for a timer that goes off once. */
  readonly period: string;
  /** Periods are counted from here, so that each end of a month is followed by the end of the next. */
  readonly from: number;
  readonly times: number;
}

const REPETITION = /^R(\d{0,9})\/(?:([^/]{4,40})\/)?(P[^/]{1,60})$/;
/** The last moment that a date can hold. */
const LAST = 8.64e15;

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
  if (form !== 'every') {
    const due = form === 'at' ? timeOf(value) : after(now, value, 1);
    return due === undefined ? undefined : { due, left: 0, period: '', from: due, times: 0 };
  }
  const [, count = '', start, period = ''] = REPETITION.exec(value) ?? [];
  const from = start === undefined ? now : timeOf(start);
  const times = start === undefined ? 1 : 0;
  const due = from === undefined ? undefined : after(from, period, times);
  // A repetition without a length would never let anything else happen.
  const length = after(0, period, 1);
  if (from === undefined || due === undefined || length === undefined || length <= 0)
    return undefined;
  if (count === '0') return undefined;
  return { due, left: count === '' ? -1 : Number(count) - 1, period, from, times };
}

/** The time after this one; undefined if it was the last. */
export function nextDue({ left, period, from, times }: Due): Due | undefined {
  const due = left === 0 ? undefined : after(from, period, times + 1);
  if (due === undefined) return undefined;
  return { due, left: left < 0 ? left : left - 1, period, from, times: times + 1 };
}

/** The first time that has not passed: a timer that nobody watched does not make up for what it missed. */
export function dueAfter(first: Due, now: number): Due | undefined {
  let due: Due | undefined = first;
  const length = after(0, first.period, 1) ?? 0;
  for (;;) {
    // Months differ by a few days: each stroke leaves a tenth of the way at most, and never goes too far.
    const missed = due && length > 0 ? Math.floor((now - due.due) / (length * 1.1)) : 0;
    if (!due || missed <= 0) break;
    const skipped = due.left < 0 ? missed : Math.min(missed, due.left);
    if (skipped === 0) break;
    const times: number = due.times + skipped;
    const left: number = due.left < 0 ? due.left : due.left - skipped;
    due = { ...due, left, times, due: after(due.from, due.period, times) ?? LAST };
  }
  while (due && due.due <= now) due = nextDue(due);
  return due;
}

function timeOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/.test(text))
    return undefined;
  const zoned = text.length === 10 || /(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : time;
}

/** So many times a duration of ISO 8601 after a time: months are of the calendar, in UTC. */
function after(time: number, text: string, times: number): number | undefined {
  const duration = text.startsWith('-') ? undefined : parseDuration(text.replace(',', '.'));
  const due = duration && addDuration(time, scaledDuration(duration, times));
  return due !== undefined && Number.isSafeInteger(due) && due < LAST ? due : undefined;
}
