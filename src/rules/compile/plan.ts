import type { Comparison } from '#blueprint';

/** What a slot holds, so that a number says all of it. */
export const NOTHING = 0;
export const NUMBER = 1;
/** The number is that of a text among the constants of the rules, or -1. */
export const TEXT = 2;
export const BOOLEAN = 3;
/** The number is milliseconds since 1970. */
export const TIME = 4;
/** Only the interpreter knows: large decimals, lists, objects, durations. */
export const OTHER = 5;

export type Tag = 0 | 1 | 2 | 3 | 4 | 5;

/** A condition on the number in a slot. */
export type NumberTest =
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly constant: number }
  /** The number of a set of constants. */
  | { readonly kind: 'member'; readonly set: number };

/**
 * A condition as it is run: logic over tests of slots. Where a slot does not hold what a test is made for,
 * the interpreter answers: `part` is its number among the parts of the program.
 */
export type Plan =
  | { readonly kind: 'constant'; readonly verdict: 0 | 1 | 2 }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Plan[] }
  | { readonly kind: 'not'; readonly operand: Plan }
  | { readonly kind: 'part'; readonly part: number }
  /** One of the alternatives holds, each of which is a conjunction. */
  | {
      readonly kind: 'slot';
      readonly slot: number;
      readonly tag: Tag;
      readonly anyOf: readonly (readonly NumberTest[])[];
      /** The verdict for a slot that holds nothing. */
      readonly nothing: 0 | 1 | 2;
      readonly part: number;
    }
  /** Both slots hold a number of the same kind. */
  | {
      readonly kind: 'pair';
      readonly left: number;
      readonly right: number;
      readonly operator: Comparison;
      readonly part: number;
    }
  | { readonly kind: 'present'; readonly slot: number; readonly part: number };
