import type { Comparison } from '#blueprint';
import { Duration } from './duration.ts';
import { compareNumbers } from './number.ts';
import { toJson } from './json.ts';
import { Unknown } from './unknown.ts';
import { FunctionValue } from './function-value.ts';
import { isContext, isList, isNumeric, isTime, Range, Time, typeOf } from './value.ts';
import { offsetAt } from './zones.ts';
import type { Value } from './value.ts';

/** True, false, or unknown where a value is unknown or the two cannot be compared. */
export function compareValues(operator: Comparison, left: Value, right: Value): boolean | Unknown {
  const order = orderOf(left, right);
  return typeof order === 'number' ? holds(operator, order) : order;
}

/** What an order (negative, zero, positive) says of an operator. */
export function holds(operator: Comparison, order: number): boolean {
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

/**
 * FEEL's equality: null equals null and nothing else; two values of different types are neither equal nor
 * different (DMN 1.5, 10.3.2.13).
 */
export function equalValues(left: Value, right: Value): boolean | Unknown {
  if (left instanceof Unknown || right instanceof Unknown) {
    return left instanceof Unknown && right instanceof Unknown;
  }
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, index) => same(item, right[index]));
  }
  if (isContext(left) && isContext(right)) {
    return (
      left.size === right.size &&
      [...left].every(([name, value]) => right.has(name) && same(value, right.get(name)))
    );
  }
  if (left instanceof Range && right instanceof Range) {
    return (
      same(left.low, right.low) &&
      same(left.high, right.high) &&
      left.lowIncluded === right.lowIncluded &&
      left.highIncluded === right.highIncluded
    );
  }
  if (left instanceof FunctionValue && right instanceof FunctionValue) return left === right;
  return compareValues('eq', left, right);
}

/** Equal for certain. */
export function same(left: Value | undefined, right: Value | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return equalValues(left, right) === true;
}

/** Negative, zero or positive; unknown where there is no order. */
export function orderOf(left: Value, right: Value): number | Unknown {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (left instanceof Unknown) return left;
  if (right instanceof Unknown) return right;
  if (typeof left === 'string' && typeof right === 'string') return byCodePoint(left, right);
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right);
  if (isTime(left) && isTime(right)) return left.time - right.time;
  if (left instanceof Time && right instanceof Time) return clockOf(left) - clockOf(right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (left instanceof Duration && right instanceof Duration) {
    // A month has no fixed length: a span of months compares with one of months only.
    if (left.months === right.months) return left.milliseconds - right.milliseconds;
    if (left.milliseconds === right.milliseconds) return left.months - right.months;
  } else if ((isList(left) && isList(right)) || (isContext(left) && isContext(right))) {
    return byCodePoint(JSON.stringify(toJson(left)), JSON.stringify(toJson(right)));
  }
  return new Unknown('type', `a ${typeOf(left)} does not compare with a ${typeOf(right)}`);
}

/** Milliseconds since midnight in UTC; a local time is taken for one of UTC. */
function clockOf({ local, zone }: Time): number {
  return local - offsetAt(zone, 0) * 1000;
}

/** JavaScript's own order is that of UTF-16 units. */
export function byCodePoint(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

/** Surrogates stand for what lies above all other units. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x1_0000 : unit;
}
