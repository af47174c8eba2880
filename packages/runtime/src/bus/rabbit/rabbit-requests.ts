import { randomUUID } from 'node:crypto';
import type { Connection } from 'rabbitmq-client';
import { ServiceUnavailableError } from '../../errors/call-errors.ts';
import { DeadlineSweep } from '../../middleware/deadline-sweep.ts';
import { NoResponderError } from '../bus-errors.ts';
import { RabbitChannel } from './rabbit-channel.ts';

/** Requests go to this exchange, by subject. */
export const REQUESTS = 'microforge.requests';

/** The server's own way for answers: no queue of ours is needed. https://www.rabbitmq.com/docs/direct-reply-to */
const REPLY_TO = 'amq.rabbitmq.reply-to';

interface Waiting {
  readonly subject: string;
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

/** The asking side of request and reply. */
export class RabbitRequests {
  readonly #connection: Connection;
  readonly #waiting = new Map<string, Waiting>();
  readonly #sweep = new DeadlineSweep();
  #channel: Promise<RabbitChannel> | undefined = undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Gives the text of the answer. @throws NoResponderError, TimeoutError, ServiceUnavailableError */
  async ask(subject: string, body: string, timeoutMs: number): Promise<string> {
    const id = randomUUID();
    const at = performance.now() + timeoutMs;
    const target = { serviceId: subject, abort: () => void this.#waiting.delete(id) };
    return (await this.#sweep.race(
      this.#ask(id, subject, body, timeoutMs),
      target,
      at,
      timeoutMs,
    )) as string;
  }

  async close(): Promise<void> {
    await (await this.#channel?.catch(() => undefined))?.close();
  }

  async #ask(id: string, subject: string, body: string, timeoutMs: number): Promise<string> {
    this.#channel ??= this.#open();
    const opened = await this.#channel.catch((error: unknown) => {
      this.#channel = undefined;
      throw unreachable(subject, error);
    });
    const channel = opened.current;
    if (channel === undefined) throw unreachable(subject);
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    this.#waiting.set(id, { subject, resolve, reject });
    const envelope = {
      exchange: REQUESTS,
      routingKey: subject,
      replyTo: REPLY_TO,
      correlationId: id,
      mandatory: true,
      contentType: 'application/cloudevents+json',
      // Nobody waits for it any more afterwards.
      expiration: String(Math.ceil(timeoutMs)),
    };
    try {
      await channel.basicPublish(envelope, Buffer.from(body));
    } catch (error) {
      reject(unreachable(subject, error));
    }
    return promise.finally(() => this.#waiting.delete(id));
  }

  #open(): Promise<RabbitChannel> {
    return RabbitChannel.open(this.#connection, {
      begin: async (channel) => {
        await channel.exchangeDeclare({ exchange: REQUESTS, type: 'direct', durable: true });
        await channel.basicConsume({ queue: REPLY_TO, noAck: true }, ({ correlationId, body }) =>
          this.#waiting.get(correlationId ?? '')?.resolve(String(body)),
        );
        channel.on('basic.return', ({ correlationId }) => {
          const waiting = this.#waiting.get(correlationId ?? '');
          waiting?.reject(new NoResponderError(waiting.subject));
        });
        // Answers to what was asked here come no more.
        channel.once('close', () => {
          for (const { subject, reject } of this.#waiting.values()) reject(unreachable(subject));
        });
      },
    });
  }
}

const unreachable = (subject: string, _cause?: unknown) =>
  new ServiceUnavailableError(subject, 'not reachable: the connection to RabbitMQ is gone');
