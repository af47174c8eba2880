const BUCKETS = 10;

/** Counts calls and failures of the last `windowMs`, in ten buckets that are reused. */
export class FailureWindow {
  readonly #bucketMs: number;
  readonly #calls = new Uint32Array(BUCKETS);
  readonly #failures = new Uint32Array(BUCKETS);
  #at = 0;

  constructor(windowMs: number) {
    this.#bucketMs = windowMs / BUCKETS;
  }

  /** @param now in milliseconds, never going back */
  record(now: number, failed: boolean): void {
    const slot = this.#moveTo(now);
    this.#calls[slot] = (this.#calls[slot] ?? 0) + 1;
    if (failed) this.#failures[slot] = (this.#failures[slot] ?? 0) + 1;
  }

  totals(now: number): { readonly calls: number; readonly failures: number } {
    this.#moveTo(now);
    const sum = (counts: Uint32Array) => counts.reduce((a, b) => a + b, 0);
    return { calls: sum(this.#calls), failures: sum(this.#failures) };
  }

  clear(): void {
    this.#calls.fill(0);
    this.#failures.fill(0);
  }

  /** Empties the buckets between the last time and now; gives the one of now. */
  #moveTo(now: number): number {
    const tick = Math.floor(now / this.#bucketMs);
    if (tick - this.#at >= BUCKETS) this.clear();
    else {
      for (let each = this.#at + 1; each <= tick; each += 1) {
        this.#calls[each % BUCKETS] = 0;
        this.#failures[each % BUCKETS] = 0;
      }
    }
    this.#at = Math.max(this.#at, tick);
    return this.#at % BUCKETS;
  }
}
