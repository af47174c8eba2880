import { DeadlineSweep } from '../middleware/deadline-sweep.ts';
import { NoResponderError } from './bus-errors.ts';

interface Waiting<Answer> {
  readonly subject: string;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Requests on their way over a broker, and who waits for their answers: one timer for all limits. */
export class AwaitedAnswers<Answer> {
  readonly #waiting = new Map<string, Waiting<Answer>>();
  readonly #sweep = new DeadlineSweep();

  /** Sends a request, and gives its answer. @throws TimeoutError, what `send` throws, what it is rejected with */
  async ask(
    id: string,
    subject: string,
    timeoutMs: number,
    send: () => void | Promise<void>,
  ): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.#waiting.set(id, { subject, resolve, reject });
    try {
      send()?.catch((error: Error) => this.reject(id, () => error));
    } catch (error) {
      this.#waiting.delete(id);
      throw error;
    }
    const target = { serviceId: subject, abort: () => void this.#waiting.delete(id) };
    const at = performance.now() + timeoutMs;
    return (await this.#sweep.race(promise, target, at, timeoutMs)) as Answer;
  }

  /** The answer is here; of those whom nobody waits for any more, and of a second one, nothing is heard. */
  resolve(id: string, answer: Answer): void {
    this.#take(id)?.resolve(answer);
  }

  /** There will be none; without a reason: since nobody answers at the subject. */
  reject(id: string, why: (subject: string) => Error = (at) => new NoResponderError(at)): void {
    const waiting = this.#take(id);
    waiting?.reject(why(waiting.subject));
  }

  rejectAll(why: (subject: string) => Error): void {
    for (const id of this.#waiting.keys()) this.reject(id, why);
  }

  #take(id: string): Waiting<Answer> | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
