/**
 * Notices within a few requests that a version fails most of them: a CUSUM of likelihood ratios of 9 in 10 to 1
 * in 2 failing (Page: Continuous inspection schemes, Biometrika 41, 1954). A version that fails a tenth of its
 * requests sets it off once in 10^20 requests or so; one that fails them all after about a dozen.
 */
export class OutageEvidence {
  #log = 0;
  #reached = false;

  add(failed: boolean): void {
    this.#log = Math.max(0, this.#log + (failed ? IF_FAILED : IF_NOT));
    if (this.#log >= LIMIT) this.#reached = true;
  }

  get reached(): boolean {
    return this.#reached;
  }
}

const IF_FAILED = Math.log(0.9 / 0.5);
const IF_NOT = Math.log(0.1 / 0.5);
const LIMIT = Math.log(1000);
