import { Wealth } from './wealth.ts';

/**
 * Evidence against "events have a probability of at least `limit`", for independent requests: likelihood ratios
 * of two smaller probabilities to the limit, each a fair bet at the limit and a bad one above it (Wald:
 * Sequential tests of statistical hypotheses, 1945).
 */
export class RareEvidence {
  readonly wealth = new Wealth(2);
  readonly #ifEvent: readonly number[];
  readonly #ifNone: readonly number[];

  constructor(limit: number) {
    const smaller = [limit / 50, limit / 4];
    this.#ifEvent = smaller.map((p) => p / limit);
    this.#ifNone = smaller.map((p) => (1 - p) / (1 - limit));
  }

  add(event: boolean): void {
    this.wealth.bet(event ? this.#ifEvent : this.#ifNone);
  }
}
