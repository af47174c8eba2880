/**
 * Keeps retries to a share of all calls, so that a service in trouble gets a little more traffic and not a
 * multiple of it. Every call pays in a share of a retry; a retry takes a whole one out.
 */
export class RetryBudget {
  readonly #ratio: number;
  readonly #most: number;
  #balance: number;

  /** @param ratio retries per call, such as 0.1. @param most that can be saved up. @param start balance */
  constructor(ratio = 0.1, most = 10, start = most) {
    this.#ratio = ratio;
    this.#most = most;
    this.#balance = start;
  }

  deposit(): void {
    this.#balance = Math.min(this.#most, this.#balance + this.#ratio);
  }

  /** False when there is nothing left for a retry. */
  withdraw(): boolean {
    if (this.#balance < 1) return false;
    this.#balance -= 1;
    return true;
  }
}
