import type { Truth } from '../records/resource.ts';

/** Logic of three values: `undefined` is unknown, as comparisons with missing values are. */

export function and(...operands: readonly Truth[]): Truth {
  if (operands.includes(false)) return false;
  return operands.includes(undefined) ? undefined : true;
}

export function or(...operands: readonly Truth[]): Truth {
  if (operands.includes(true)) return true;
  return operands.includes(undefined) ? undefined : false;
}

export function not(operand: Truth): Truth {
  return operand === undefined ? undefined : !operand;
}

/** An unknown condition asks for nothing. */
export function implies(condition: Truth, consequence: Truth): Truth {
  return condition === true ? consequence : true;
}

/** Sees missing values, and nothing else does. */
export function present(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** A field of type boolean as a statement. */
export function isTrue(value: boolean | null | undefined): Truth {
  return value ?? undefined;
}
