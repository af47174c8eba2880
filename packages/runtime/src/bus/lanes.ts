/** Work in order for each key, and any number of keys side by side. */
export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs work after all that was given for the same key before; gives what it gives. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(key, mine);
    const leave = () => {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  }
}
