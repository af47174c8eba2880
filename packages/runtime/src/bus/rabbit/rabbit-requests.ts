import { randomUUID } from 'node:crypto';
import type { Connection } from 'rabbitmq-client';
import { ServiceUnavailableError } from '../../errors/call-errors.ts';
import { AwaitedAnswers } from '../awaited-answers.ts';
import { RabbitChannel } from './rabbit-channel.ts';

/** Requests go to this exchange, by subject. */
export const REQUESTS = 'microforge.requests';

/** The server's own way for answers: no queue of ours is needed. https://www.rabbitmq.com/docs/direct-reply-to */
const REPLY_TO = 'amq.rabbitmq.reply-to';

/** The asking side of request and reply. */
export class RabbitRequests {
  readonly #connection: Connection;
  readonly #answers = new AwaitedAnswers<string>();
  #channel: Promise<RabbitChannel> | undefined = undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Gives the text of the answer. @throws NoResponderError, TimeoutError, ServiceUnavailableError */
  ask(subject: string, body: string, timeoutMs: number): Promise<string> {
    const id = randomUUID();
    return this.#answers.ask(id, subject, timeoutMs, () =>
      this.#send(id, subject, body, timeoutMs),
    );
  }

  async close(): Promise<void> {
    await (await this.#channel?.catch(() => undefined))?.close();
  }

  async #send(id: string, subject: string, body: string, timeoutMs: number): Promise<void> {
    this.#channel ??= this.#open();
    const opened = await this.#channel.catch((error: unknown) => {
      this.#channel = undefined;
      throw unreachable(subject, error);
    });
    const channel = opened.current;
    if (channel === undefined) throw unreachable(subject);
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
      throw unreachable(subject, error);
    }
  }

  #open(): Promise<RabbitChannel> {
    return RabbitChannel.open(this.#connection, {
      begin: async (channel) => {
        await channel.exchangeDeclare({ exchange: REQUESTS, type: 'direct', durable: true });
        await channel.basicConsume({ queue: REPLY_TO, noAck: true }, ({ correlationId, body }) =>
          this.#answers.resolve(correlationId ?? '', String(body)),
        );
        channel.on('basic.return', ({ correlationId }) => {
          this.#answers.reject(correlationId ?? '');
        });
        // Answers to what was asked here come no more.
        channel.once('close', () => {
          this.#answers.rejectAll((subject) => unreachable(subject));
        });
      },
    });
  }
}

const unreachable = (subject: string, _cause?: unknown) =>
  new ServiceUnavailableError(subject, 'not reachable: the connection to RabbitMQ is gone');
