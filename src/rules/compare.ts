import type { Comparison } from '#blueprint';
import { compareDecimals } from './decimal.ts';
import type { Value } from './value.ts';

/** True, false, or undefined where a value is missing or the two cannot be compared. */
export function compareValues(
  operator: Comparison,
  left: Value,
  right: Value,
): boolean | undefined {
  const order = orderOf(left, right);
  if (order === undefined) return undefined;
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
  }
}

function orderOf(left: Value, right: Value): number | undefined {
  if (!left || !right) return undefined;
  if (left.type === 'number' && right.type === 'number')
    return compareDecimals(left.value, right.value);
  if (isTime(left) && isTime(right)) return left.value - right.value;
  if (left.type === 'duration' && right.type === 'duration') {
    // A month has no fixed length: only spans of equal months can be compared.
    return left.value.months === right.value.months
      ? left.value.milliseconds - right.value.milliseconds
      : undefined;
  }
  if (left.type !== right.type) return undefined;
  if (left.type === 'boolean' && right.type === 'boolean')
    return Number(left.value) - Number(right.value);
  if ((left.type === 'text' || left.type === 'json') && left.type === right.type)
    return byCodePoint(left.value, right.value);
  return undefined;
}

function isTime(value: NonNullable<Value>): value is Extract<Value, { type: 'date' | 'datetime' }> {
  return value.type === 'date' || value.type === 'datetime';
}

function byCodePoint(left: string, right: string): number {
  if (left === right) return 0;
  const a = Array.from(left);
  const b = Array.from(right);
  const at = a.findIndex((character, index) => character !== b[index]);
  if (at === -1) return -1;
  return (a[at]?.codePointAt(0) ?? 0) < (b[at]?.codePointAt(0) ?? -1) ? -1 : 1;
}
