/** How a process that ended is started again; times in milliseconds. */
export interface RestartOptions {
  /** Restarts in a row; after them it stays down until its configuration changes. */
  readonly limit?: number;
  /** The longest wait before the first restart; doubles with each. */
  readonly baseMs?: number;
  readonly maxMs?: number;
  /** Once it has been up for so long, the next end counts as the first. */
  readonly stableMs?: number;
}

export const restartDefaults: Required<RestartOptions> = {
  limit: 10,
  baseMs: 200,
  maxMs: 30_000,
  stableMs: 30_000,
};

/** Counts the restarts of one process, and says how long to wait before the next. */
export class Restarts {
  readonly #options: Required<RestartOptions>;
  readonly #random: () => number;
  #inRow = 0;

  constructor(options: RestartOptions = {}, random: () => number = Math.random) {
    this.#options = { ...restartDefaults, ...options };
    this.#random = random;
  }

  get inRow(): number {
    return this.#inRow;
  }

  /** Milliseconds until the next start, after it was up for so long; undefined when it is given up. */
  next(upMs: number): number | undefined {
    const { limit, baseMs, maxMs, stableMs } = this.#options;
    if (upMs >= stableMs) this.#inRow = 0;
    if (this.#inRow >= limit) return undefined;
    this.#inRow += 1;
    const longest = Math.min(maxMs, baseMs * 2 ** (this.#inRow - 1));
    // Half of it by chance: what ended together must not come back together, nor at once.
    return longest / 2 + (this.#random() * longest) / 2;
  }
}
