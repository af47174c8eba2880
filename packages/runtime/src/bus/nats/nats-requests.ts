import { createInbox, type NatsConnection } from '@nats-io/transport-node';
import { AwaitedAnswers } from '../awaited-answers.ts';
import { textOf } from './text-of.ts';

/**
 * The asking side of request and reply: one subscription for all answers. The client's own way makes a timer
 * and two error objects with stack traces for each request, which costs more than the request.
 */
export class NatsRequests {
  readonly #connection: NatsConnection;
  readonly #answers = new AwaitedAnswers<string>();
  readonly #inbox = `${createInbox()}.`;
  #subscribed = false;
  #last = 0;

  constructor(connection: NatsConnection) {
    this.#connection = connection;
  }

  /** Gives the text of the answer. @throws NoResponderError, TimeoutError, or what the client throws */
  ask(subject: string, body: string, timeoutMs: number): Promise<string> {
    if (!this.#subscribed) this.#subscribe();
    const id = (this.#last += 1).toString(36);
    return this.#answers.ask(id, subject, timeoutMs, () =>
      this.#connection.publish(subject, Buffer.from(body), { reply: this.#inbox + id }),
    );
  }

  #subscribe(): void {
    this.#subscribed = true;
    this.#connection.subscribe(`${this.#inbox}*`, {
      callback: (error, message) => {
        if (error !== null) return;
        const id = message.subject.slice(this.#inbox.length);
        // ADR-22: the server's word that nobody is there.
        if (message.data.length === 0 && message.headers?.code === 503) this.#answers.reject(id);
        else this.#answers.resolve(id, textOf(message));
      },
    });
  }
}
