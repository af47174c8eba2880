import { DeadlineSweep, type Waiting } from '../middleware/deadline-sweep.ts';
import { NoResponderError } from './bus-errors.ts';

interface Asked<Answer> {
  readonly subject: string;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly limit: Waiting;
}

/** Requests on their way over a broker, and who waits for their answers: one timer for all limits. */
export class AwaitedAnswers<Answer> {
  readonly #asked = new Map<string, Asked<Answer>>();
  readonly #sweep = new DeadlineSweep();

  /** Sends a request, and gives its answer. @throws TimeoutError, what `send` throws, what it is rejected with */
  ask(
    id: string,
    subject: string,
    timeoutMs: number,
    send: () => void | Promise<void>,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const target = { serviceId: subject, abort: () => void this.#asked.delete(id) };
      const limit = this.#sweep.enter(target, performance.now() + timeoutMs, timeoutMs, reject);
      this.#asked.set(id, { subject, resolve, reject, limit });
      try {
        send()?.catch((error: Error) => this.reject(id, () => error));
      } catch (error) {
        this.reject(id, () => error as Error);
      }
    });
  }

  /** The answer is here; of those whom nobody waits for any more, and of a second one, nothing is heard. */
  resolve(id: string, answer: Answer): void {
    this.#take(id)?.resolve(answer);
  }

  /** There will be none; without a reason: since nobody answers at the subject. */
  reject(id: string, why: (subject: string) => Error = (at) => new NoResponderError(at)): void {
    const asked = this.#take(id);
    asked?.reject(why(asked.subject));
  }

  rejectAll(why: (subject: string) => Error): void {
    for (const id of this.#asked.keys()) this.reject(id, why);
  }

  #take(id: string): Asked<Answer> | undefined {
    const asked = this.#asked.get(id);
    if (asked === undefined) return undefined;
    this.#asked.delete(id);
    this.#sweep.leave(asked.limit);
    return asked;
  }
}
