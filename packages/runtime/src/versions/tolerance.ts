/** What is asked of a candidate, and how sure one wants to be. Everything has a default. */
export interface Tolerance {
  /** Probability of rolling back a candidate that is as good as the active version, and of promoting a worse one. */
  readonly alpha: number;
  /** A candidate with this many times the errors of the active version, or more, is never to be promoted. */
  readonly errorRatio: number;
  /** Errors below this share are fine, whatever the active version does. */
  readonly errorShare: number;
  /** The quantiles of its latency may be this many times those of the active version. */
  readonly latencyRatio: number;
  readonly quantiles: readonly number[];
  /** Evidence is weighed once per block of time: longer than what befalls one version alone, such as a pause. */
  readonly blockMs: number;
  /** Requests to each version before anything is weighed: cold caches are not held against a version. */
  readonly warmUp: number;
}

export const defaultTolerance: Tolerance = {
  alpha: 0.01,
  errorRatio: 2,
  errorShare: 0.001,
  latencyRatio: 1.25,
  quantiles: [0.5, 0.95],
  blockMs: 10_000,
  warmUp: 50,
};
