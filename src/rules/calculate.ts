import type { Arithmetic } from '#blueprint';
import { addDuration, Duration, scaledDuration } from './duration.ts';
import {
  addNumbers,
  divideNumbers,
  formatNumber,
  multiplyNumbers,
  negateNumber,
} from './number.ts';
import type { Numeric } from './number.ts';
import { Unknown } from './unknown.ts';
import { Day, Instant, isNumeric, isTime, Time, typeOf } from './value.ts';
import { offsetAt, offsetAtLocal } from './zones.ts';
import type { Value } from './value.ts';

const DAY = 86_400_000;
/** Characters of a text that is made. */
const MAX_TEXT = 1_000_000;
/** The last moment that a date can hold. */
const LAST = 8_640_000_000_000_000;

/** The result of a calculation; unknown where a value is unknown or the operands do not fit. */
export function calculate(operator: Arithmetic, left: Value, right: Value): Value {
  if (left instanceof Unknown) return left;
  if (right instanceof Unknown) return right;
  if (isNumeric(left) && isNumeric(right)) return onNumbers(operator, left, right);
  if (operator === 'add' || operator === 'subtract') {
    const value = sum(operator, left, right);
    if (value !== undefined) return value;
  } else if (left instanceof Duration && isNumeric(right)) {
    return scaled(operator, left, right);
  } else if (right instanceof Duration && isNumeric(left) && operator === 'multiply') {
    return scaled(operator, right, left);
  } else if (left instanceof Duration && right instanceof Duration && operator === 'divide') {
    return ratio(left, right);
  }
  return new Unknown('type', `can't ${operator} a ${typeOf(left)} and a ${typeOf(right)}`);
}

function onNumbers(operator: Arithmetic, left: Numeric, right: Numeric): Value {
  switch (operator) {
    case 'add':
      return addNumbers(left, right);
    case 'subtract':
      return addNumbers(left, negateNumber(right));
    case 'multiply':
      return multiplyNumbers(left, right) ?? new Unknown('limit', 'the product');
    case 'divide':
      return divideNumbers(left, right) ?? new Unknown('division-by-zero');
  }
}

function sum(operator: 'add' | 'subtract', left: Value, right: Value): Value | undefined {
  const sign = operator === 'add' ? 1 : -1;
  if (typeof left === 'string' && typeof right === 'string' && sign === 1)
    return left.length + right.length > MAX_TEXT ? new Unknown('limit', 'the text') : left + right;
  if (right instanceof Duration) {
    const span = scaledDuration(right, sign);
    if (left instanceof Duration) {
      return new Duration(left.months + span.months, left.milliseconds + span.milliseconds);
    }
    if (isTime(left)) return moved(left, span);
    if (left instanceof Time) return turned(left, span);
  }
  if (left instanceof Duration && isTime(right) && sign === 1) return moved(right, left);
  if (left instanceof Duration && right instanceof Time && sign === 1) return turned(right, left);
  if (left instanceof Time && right instanceof Time && sign === -1)
    return new Duration(0, inUtc(left) - inUtc(right));
  if (isTime(left) && isTime(right) && sign === -1 && isLocal(left) === isLocal(right))
    return new Duration(0, left.time - right.time);
  return undefined;
}

function moved(from: Day | Instant, by: Duration): Value {
  const zone = from instanceof Instant ? from.zone : 'Z';
  // Months are those of the calendar there, hours are exact.
  const shown = from.time + offsetAt(zone, from.time) * 1000;
  const local = addDuration(shown, new Duration(by.months, 0));
  const time = local - offsetAtLocal(zone, local) * 1000 + by.milliseconds;
  if (!(Math.abs(time) <= LAST)) return new Unknown('limit', 'the date');
  // A date plus hours is a time.
  if (from instanceof Day && by.milliseconds % DAY === 0) return new Day(time);
  return new Instant(time, zone ?? null);
}

/** What is between a local time and one of a zone depends on where one is. */
function isLocal(time: Day | Instant): boolean {
  return time instanceof Instant && time.zone === undefined;
}

/** A time of the day goes round; months do not move it. */
function turned(from: Time, by: Duration): Value | undefined {
  if (by.months !== 0) return undefined;
  const local = from.local + by.milliseconds;
  return new Time(local - Math.floor(local / DAY) * DAY, from.zone);
}

function inUtc({ local, zone }: Time): number {
  return local - offsetAt(zone, 0) * 1000;
}

function scaled(operator: 'multiply' | 'divide', span: Duration, by: Numeric): Value {
  const factor = Number(formatNumber(by));
  if (operator === 'divide' && factor === 0) return new Unknown('division-by-zero');
  const times = (amount: number) =>
    Math.trunc(operator === 'multiply' ? amount * factor : amount / factor);
  const months = times(span.months);
  const milliseconds = times(span.milliseconds);
  const isSafe = Number.isSafeInteger(months) && Number.isSafeInteger(milliseconds);
  return isSafe ? new Duration(months + 0, milliseconds + 0) : new Unknown('limit', 'the duration');
}

function ratio(left: Duration, right: Duration): Value {
  const inMonths = left.milliseconds === 0 && right.milliseconds === 0;
  const isMixed = !inMonths && (left.months !== 0 || right.months !== 0);
  if (isMixed) return new Unknown('type', 'a span of months has no fixed length');
  const [a, b] = inMonths ? [left.months, right.months] : [left.milliseconds, right.milliseconds];
  return divideNumbers(a, b) ?? new Unknown('division-by-zero');
}
