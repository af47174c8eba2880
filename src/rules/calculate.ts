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
import { Day, Instant, isNumeric, isTime, typeOf } from './value.ts';
import type { Value } from './value.ts';

const DAY = 86_400_000;
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
  if (typeof left === 'string' && typeof right === 'string' && sign === 1) return left + right;
  if (right instanceof Duration) {
    const span = scaledDuration(right, sign);
    if (left instanceof Duration) {
      return new Duration(left.months + span.months, left.milliseconds + span.milliseconds);
    }
    if (isTime(left)) return moved(left, span);
  }
  if (left instanceof Duration && isTime(right) && sign === 1) return moved(right, left);
  if (isTime(left) && isTime(right) && sign === -1) return new Duration(0, left.time - right.time);
  return undefined;
}

function moved(from: Day | Instant, by: Duration): Value {
  const time = addDuration(from.time, by);
  if (!(Math.abs(time) <= LAST)) return new Unknown('limit', 'the date');
  // A date plus hours is a time.
  return from instanceof Day && by.milliseconds % DAY === 0 ? new Day(time) : new Instant(time);
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
