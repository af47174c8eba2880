import type { ComparedField } from './compare/difference-evidence.ts';

/** What a rollout comes to. Only `promote` puts a candidate in the place of the active version. */
export type Verdict = 'promote' | 'roll back' | 'inconclusive';

/** One measure of both versions, with what it proves. */
export interface MeasureNumbers {
  readonly name: string;
  readonly active: { readonly of: number; readonly events: number };
  readonly candidate: { readonly of: number; readonly events: number };
  /** Of "the candidate is as good or better"; small: it is worse. Holds at any time. */
  readonly worseP: number;
  /** Of "the candidate is too bad to be promoted"; small: it is fine. Holds at any time. */
  readonly fineP: number;
}

/** What a decision was made on. */
export interface DecisionNumbers {
  /** Share of the requests that the candidate answered. */
  readonly share: number;
  readonly seconds: number;
  readonly alpha: number;
  readonly measures: readonly MeasureNumbers[];
  /** Quantile → milliseconds. */
  readonly latencyMs: Readonly<Record<'active' | 'candidate', Readonly<Record<string, number>>>>;
  /** Requests whose answers were compared, and those that were not, for lack of time. */
  readonly compared?: number;
  readonly notCompared?: number;
  /** Fields that differ, and fields that are noise. */
  readonly differences?: readonly ComparedField[];
  readonly noise?: readonly ComparedField[];
}

/** One step of a rollout, stored with its numbers. */
export interface Decision {
  /** RFC 3339. */
  readonly at: string;
  readonly service: string;
  readonly active: string;
  readonly candidate: string;
  readonly phase: 'shadow' | 'canary';
  /** `go on`: to the next step or phase. */
  readonly verdict: Verdict | 'go on';
  /** Why, for people. */
  readonly reasons: readonly string[];
  readonly numbers: DecisionNumbers;
}
