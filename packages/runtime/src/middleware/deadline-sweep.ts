import type { Call } from '../component/call.ts';
import { TimeoutError } from '../errors/call-errors.ts';

/** What is waited for: named in the error, and told when nobody waits any more. */
type Target = Pick<Call, 'serviceId' | 'abort'>;

/** Something that somebody waits for; a node of a doubly linked list, out of it when `previous` is gone. */
export interface Waiting {
  readonly at: number;
  readonly call: Target;
  readonly limitMs: number;
  readonly reject: (error: Error) => void;
  previous: Waiting | undefined;
  next: Waiting;
}

/**
 * Time limits of any number of promises with one timer: every `tickMs` it walks through all that wait. To
 * enter and to leave costs a few pointers, where a timer each would cost more than most calls. A limit is
 * kept to within one tick, and never too early.
 */
export class DeadlineSweep {
  readonly #tickMs: number;
  readonly #head: Waiting;
  #timer: NodeJS.Timeout | undefined = undefined;

  constructor(tickMs = 10) {
    this.#tickMs = tickMs;
    const head = { at: Infinity } as Waiting;
    head.previous = head;
    head.next = head;
    this.#head = head;
  }

  /**
   * Gives what `work` gives; once `at` (on `performance.now()`) has passed, aborts the call and rejects with
   * a TimeoutError. What the work gives later is dropped.
   */
  race(work: PromiseLike<unknown>, call: Target, at: number, limitMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const entry = this.enter(call, at, limitMs, reject);
      work.then(
        (value) => {
          this.leave(entry);
          resolve(value);
        },
        (error: Error) => {
          this.leave(entry);
          reject(error);
        },
      );
    });
  }

  /** For what is no promise: once `at` has passed, unless `leave` comes first, aborts the call and rejects. */
  enter(call: Target, at: number, limitMs: number, reject: (error: Error) => void): Waiting {
    const previous = this.#head.previous ?? this.#head;
    const entry: Waiting = { at, call, limitMs, reject, previous, next: this.#head };
    previous.next = entry;
    this.#head.previous = entry;
    // The timer runs while somebody waits, and one tick longer: to start and stop it per call is the cost to avoid.
    this.#timer ??= setInterval(() => this.#sweep(), this.#tickMs);
    return entry;
  }

  /** Nobody waits any more. */
  leave(entry: Waiting): void {
    if (entry.previous === undefined) return;
    entry.previous.next = entry.next;
    entry.next.previous = entry.previous;
    entry.previous = undefined;
  }

  #sweep(): void {
    if (this.#head.next === this.#head) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const now = performance.now();
    for (let entry = this.#head.next; entry !== this.#head;) {
      const { next, call } = entry;
      if (entry.at <= now) {
        this.leave(entry);
        const error = new TimeoutError(`"${call.serviceId}"`, entry.limitMs);
        call.abort(error);
        entry.reject(error);
      }
      entry = next;
    }
  }
}
