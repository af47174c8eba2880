/** What became of one line of the requirements. */
export interface LineCoverage {
  /** 1-based. */
  readonly line: number;
  readonly status: CoverageStatus;
  /** In one plain sentence. */
  readonly reason: string;
}

/**
 * `used`: the blueprint cites it; `context`: it describes no behaviour of the service; `question`: only
 * its author can answer it; `not-understood`: it may matter, and nothing was made of it.
 */
export type CoverageStatus = 'used' | 'context' | 'question' | 'not-understood';

/** Every line that is not blank, once: the four numbers add up to `total`. */
export interface Coverage {
  readonly lines: readonly LineCoverage[];
  readonly used: number;
  readonly context: number;
  readonly question: number;
  readonly notUnderstood: number;
  readonly total: number;
}
