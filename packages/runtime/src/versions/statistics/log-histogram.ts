const STEP = Math.log(1.02);
const SMALLEST_MS = 0.01;

/** Counts times in steps of 2 %, and forgets: the past counts half after each `fade`. */
export class LogHistogram {
  readonly #counts: number[] = [];
  #total = 0;

  add(ms: number): void {
    const index = Math.max(0, Math.ceil(Math.log(Math.max(ms, SMALLEST_MS) / SMALLEST_MS) / STEP));
    while (this.#counts.length <= index) this.#counts.push(0);
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#total += 1;
  }

  get total(): number {
    return this.#total;
  }

  /** The time that a share of all did not exceed; undefined without any. */
  quantile(share: number): number | undefined {
    if (this.#total <= 0) return undefined;
    let left = share * this.#total;
    for (const [index, count] of this.#counts.entries()) {
      left -= count;
      if (left <= 0) return SMALLEST_MS * Math.exp(index * STEP);
    }
    return SMALLEST_MS * Math.exp(this.#counts.length * STEP);
  }

  fade(): void {
    this.#total = 0;
    for (const [index, count] of this.#counts.entries()) {
      this.#counts[index] = count / 2;
      this.#total += count / 2;
    }
  }
}
