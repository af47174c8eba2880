import type { Diagnostic } from './diagnostic.ts';

/**
 * What a function gives that a user's input can make fail: `value` is undefined when there is
 * nothing to go on with, and then `diagnostics` holds at least one error.
 */
export interface Result<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
