import { BackPressureError, BusClosedError } from '../bus-errors.ts';
import type { Store } from './store.ts';

interface Write {
  readonly step: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Writes that were asked for together share one transaction, and with it one wait for the disk. */
export class GroupCommit {
  readonly #store: Store;
  readonly #most: number;
  #waiting: Write[] = [];
  #scheduled = false;
  #closed = false;

  constructor(store: Store, most = 10_000) {
    this.#store = store;
    this.#most = most;
  }

  /** Resolves with what the step gives, once it is on disk. @throws BackPressureError, BusClosedError, errors of the disk */
  write<T>(step: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new BusClosedError();
      if (this.#waiting.length >= this.#most) throw new BackPressureError('Writes', this.#most);
      this.#waiting.push({ step, resolve, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => this.#commit());
    });
  }

  /** Commits what waits; what comes later is refused. */
  close(): void {
    this.#commit();
    this.#closed = true;
  }

  #commit(): void {
    this.#scheduled = false;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    const results: unknown[] = [];
    try {
      this.#store.transaction(() => {
        for (const { step } of batch) results.push(step());
      });
    } catch (error) {
      for (const { reject } of batch) reject(error as Error);
      return;
    }
    for (const [index, { resolve }] of batch.entries()) resolve(results[index] as never);
  }
}
