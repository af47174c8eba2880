import type { DecisionNumbers, Verdict } from './decision.ts';

/** What a phase has come to so far. */
export interface Finding {
  /** `go on`: to the next step; `wait`: nothing is certain yet. */
  readonly verdict: Verdict | 'go on' | 'wait';
  readonly reasons: readonly string[];
}

/** One way to look at a candidate, for a while. */
export interface Phase {
  readonly name: 'shadow' | 'canary';
  start(): void;
  /** Asked now and then. */
  check(now: number): Finding;
  /** Observes no more; what it has set in the gateway is the rollout's to undo. */
  stop(): void;
  numbers(now: number): DecisionNumbers;
}
