/** Counts work that runs, so that a stop can wait for all of it, but not for ever. */
export class InFlight {
  #count = 0;
  #idle: (() => void) | undefined = undefined;

  get count(): number {
    return this.#count;
  }

  /** Runs work and counts it while it runs. Rejects with what it throws. */
  async track<T>(work: () => T | Promise<T>): Promise<T> {
    this.#count += 1;
    try {
      return await work();
    } finally {
      this.#left();
    }
  }

  /** Counts work that runs already, and `then` with what it gives. How either fails is nobody's business. */
  follow<T>(work: Promise<T>, then: (value: T) => void): void {
    this.#count += 1;
    const left = () => this.#left();
    work.then(then).then(left, left);
  }

  /** Resolves when nothing runs any more, or the limit is over; gives how much still runs. */
  async idle(limitMs = 30_000): Promise<number> {
    if (this.#count === 0) return 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#idle = resolve;
    const timer = setTimeout(resolve, limitMs);
    await promise;
    clearTimeout(timer);
    return this.#count;
  }

  #left(): void {
    this.#count -= 1;
    if (this.#count === 0) this.#idle?.();
  }
}
