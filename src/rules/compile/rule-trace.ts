import type { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';

/** What became of one rule, and of what. */
export interface RuleTrace {
  readonly rule: string;
  /** Undefined is unknown, and `reason` says why. */
  readonly verdict: boolean | undefined;
  readonly reason: Unknown | undefined;
  /** The inputs by their path in the record (`order.total`), as they were read. */
  readonly read: ReadonlyMap<string, Value>;
}
