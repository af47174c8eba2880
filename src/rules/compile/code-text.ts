import type { Comparison } from '#blueprint';
import type { NumberTest } from './plan.ts';

const operators: Readonly<Record<Comparison, string>> = {
  eq: '===',
  ne: '!==',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/** What two numbers are compared with. */
export function operatorText(comparison: Comparison): string {
  return operators[comparison];
}

/** A test of the number in a slot, which is called `n` and the slot's number. */
export function testText(slot: number, test: NumberTest): string {
  const name = `n${numberText(slot)}`;
  if (test.kind === 'member') return `s[${numberText(test.set)}].has(${name})`;
  return `${name}${operators[test.operator]}${numberText(test.constant)}`;
}

/** The text of a number, and of nothing else. */
export function numberText(value: number): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error('no number to write');
  return value < 0 ? `(${value})` : String(value);
}
