import type { Arithmetic } from '#blueprint';
import { addDecimals, divideDecimals, multiplyDecimals, negateDecimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { addDuration } from './duration.ts';
import type { Duration } from './duration.ts';
import type { Value } from './value.ts';

const DAY = 86_400_000;

/** The result of a calculation; undefined where a value is missing or the operands do not fit. */
export function calculate(operator: Arithmetic, left: Value, right: Value): Value {
  if (!left || !right) return undefined;
  if (left.type === 'number' && right.type === 'number') {
    const value = onDecimals(operator, left.value, right.value);
    return value && { type: 'number', value };
  }
  if (operator !== 'add' && operator !== 'subtract') return undefined;
  const sign = operator === 'add' ? 1 : -1;
  if (left.type === 'duration' && right.type === 'duration') {
    return { type: 'duration', value: sum(left.value, scaled(right.value, sign)) };
  }
  if ((left.type === 'date' || left.type === 'datetime') && right.type === 'duration') {
    const value = addDuration(left.value, scaled(right.value, sign));
    // A date plus hours is a time.
    const type = left.type === 'date' && right.value.milliseconds % DAY === 0 ? 'date' : 'datetime';
    return { type, value };
  }
  if (
    (left.type === 'date' || left.type === 'datetime') &&
    (right.type === 'date' || right.type === 'datetime') &&
    operator === 'subtract'
  ) {
    return { type: 'duration', value: { months: 0, milliseconds: left.value - right.value } };
  }
  return undefined;
}

function onDecimals(operator: Arithmetic, left: Decimal, right: Decimal): Decimal | undefined {
  switch (operator) {
    case 'add':
      return addDecimals(left, right);
    case 'subtract':
      return addDecimals(left, negateDecimal(right));
    case 'multiply':
      return multiplyDecimals(left, right);
    case 'divide':
      return divideDecimals(left, right);
  }
}

function sum(a: Duration, b: Duration): Duration {
  return { months: a.months + b.months, milliseconds: a.milliseconds + b.milliseconds };
}

function scaled({ months, milliseconds }: Duration, sign: number): Duration {
  return { months: sign * months, milliseconds: sign * milliseconds };
}
