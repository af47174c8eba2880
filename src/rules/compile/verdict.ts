import type { Value } from '../value.ts';

/** Truth as a number: `and` is the smaller one, `or` the larger, `not` 2 minus it. */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

export type Verdict = typeof FALSE | typeof UNKNOWN | typeof TRUE;

/** What is neither true nor false is unknown. */
export function verdictOf(value: Value): Verdict {
  if (value === true) return TRUE;
  return value === false ? FALSE : UNKNOWN;
}

/** True, false, or undefined for unknown. */
export function truthOf(verdict: number): boolean | undefined {
  return verdict === UNKNOWN ? undefined : verdict === TRUE;
}
