import { createInbox, type Msg, type NatsConnection } from '@nats-io/transport-node';
import { DeadlineSweep } from '../../middleware/deadline-sweep.ts';
import { NoResponderError } from '../bus-errors.ts';

interface Waiting {
  readonly subject: string;
  readonly resolve: (message: Msg) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The asking side of request and reply: one subscription for all answers, and one timer for all limits. The
 * client's own way makes a timer and two error objects with stack traces for each request, which costs more
 * than the request.
 */
export class NatsRequests {
  readonly #connection: NatsConnection;
  readonly #waiting = new Map<string, Waiting>();
  readonly #sweep = new DeadlineSweep();
  readonly #inbox = `${createInbox()}.`;
  #subscribed = false;
  #last = 0;

  constructor(connection: NatsConnection) {
    this.#connection = connection;
  }

  /** Gives the answer. @throws NoResponderError, TimeoutError, or what the client throws */
  async ask(subject: string, body: string, timeoutMs: number): Promise<Msg> {
    if (!this.#subscribed) this.#subscribe();
    const id = (this.#last += 1).toString(36);
    const answer = new Promise<Msg>((resolve, reject) => {
      this.#waiting.set(id, { subject, resolve, reject });
    });
    const target = { serviceId: subject, abort: () => void this.#waiting.delete(id) };
    try {
      this.#connection.publish(subject, Buffer.from(body), { reply: this.#inbox + id });
    } catch (error) {
      this.#waiting.delete(id);
      throw error;
    }
    const at = performance.now() + timeoutMs;
    return (await this.#sweep.race(answer, target, at, timeoutMs)) as Msg;
  }

  #subscribe(): void {
    this.#subscribed = true;
    this.#connection.subscribe(`${this.#inbox}*`, {
      callback: (error, message) => {
        if (error !== null) return;
        const id = message.subject.slice(this.#inbox.length);
        const waiting = this.#waiting.get(id);
        // Of somebody who does not wait any more, or the second of two.
        if (waiting === undefined) return;
        this.#waiting.delete(id);
        // ADR-22: the server's word that nobody is there.
        if (message.data.length === 0 && message.headers?.code === 503) {
          waiting.reject(new NoResponderError(waiting.subject));
        } else waiting.resolve(message);
      },
    });
  }
}
