import type { Truth } from '../records/resource.ts';
import { compareDecimals, Decimal } from './decimal.ts';
import { Duration } from './time.ts';

/** What can be compared with its like; a missing value makes the answer unknown. */
export type Value = string | number | boolean | Decimal | Duration | null | undefined;

export const eq = (left: Value, right: Value): Truth => test(left, right, (order) => order === 0);
export const ne = (left: Value, right: Value): Truth => test(left, right, (order) => order !== 0);
export const lt = (left: Value, right: Value): Truth => test(left, right, (order) => order < 0);
export const le = (left: Value, right: Value): Truth => test(left, right, (order) => order <= 0);
export const gt = (left: Value, right: Value): Truth => test(left, right, (order) => order > 0);
export const ge = (left: Value, right: Value): Truth => test(left, right, (order) => order >= 0);

export function isIn(value: Value, options: readonly Value[]): Truth {
  const equal = options.map((option) => eq(value, option));
  if (equal.includes(true)) return true;
  return equal.includes(undefined) ? undefined : false;
}

export function matches(value: string | null | undefined, pattern: RegExp): Truth {
  return typeof value === 'string' ? pattern.test(value) : undefined;
}

/** Code points of a text, elements of a list. */
export function length(value: unknown): number | undefined {
  if (typeof value === 'string') return Array.from(value).length;
  return Array.isArray(value) ? value.length : undefined;
}

/** Lists and JSON are compared by their text. */
export function json(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : JSON.stringify(value);
}

function test(left: Value, right: Value, holds: (order: number) => boolean): Truth {
  const order = orderOf(left, right);
  return order === undefined ? undefined : holds(order);
}

function orderOf(left: Value, right: Value): number | undefined {
  if (typeof left === 'string' && typeof right === 'string') return byCodePoint(left, right);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (left instanceof Decimal && right instanceof Decimal) return compareDecimals(left, right);
  if (left instanceof Duration && right instanceof Duration) {
    // A month has no fixed length: only spans of equal months can be compared.
    return left.months === right.months ? left.milliseconds - right.milliseconds : undefined;
  }
  return undefined;
}

/** JavaScript's own order is that of UTF-16 units. */
function byCodePoint(left: string, right: string): number {
  if (left === right) return 0;
  const a = Array.from(left);
  const b = Array.from(right);
  const at = a.findIndex((character, index) => character !== b[index]);
  if (at === -1) return -1;
  return (a[at]?.codePointAt(0) ?? 0) < (b[at]?.codePointAt(0) ?? -1) ? -1 : 1;
}
