import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type AsyncMessage,
  type Channel,
  Connection,
  type ConnectionOptions,
} from 'rabbitmq-client';
import { RuntimeError } from '../../errors/runtime-error.ts';
import type { AttemptsOptions } from '../attempts.ts';
import { BrokerBus, type Stop } from '../broker-bus.ts';
import { type BusCounters, newCounters } from '../bus-counters.ts';
import { toWireError } from '../bus-errors.ts';
import type { CloudEvent } from '../cloud-event.ts';
import { consumeQueue, RabbitChannel } from './rabbit-channel.ts';
import { RabbitRequests, REQUESTS } from './rabbit-requests.ts';
import { RabbitTopics } from './rabbit-topics.ts';

/** How to reach RabbitMQ, and what to make there. */
export interface RabbitBusOptions {
  /** Such as `amqp://user:password@127.0.0.1:5672`. */
  readonly url: string;
  /** Of the client: TLS, heartbeat, several hosts. */
  readonly connection?: Omit<ConnectionOptions, 'url'>;
  /** Events that each queue of a group holds; more are refused. The same in all processes. */
  readonly maxStored?: number;
  /** Requests that run at a time for each responder; more wait at the server. */
  readonly maxRequests?: number;
}

const LONGEST_CLOSE_MS = 1000;

/** Published events go to this exchange, by subject. */
const EVENTS = 'microforge.events';

/** Queues that nobody uses any more go after a while, even if nobody could say so. */
const shared = { durable: true, autoDelete: true, arguments: { 'x-expires': 60_000 } } as const;

/** A bus over RabbitMQ: exchanges for requests and published events, quorum queues for the durable path. */
export class RabbitBus extends BrokerBus {
  readonly #connection: Connection;
  readonly #requests: RabbitRequests;
  readonly #topics: RabbitTopics;
  readonly #events: RabbitChannel;
  readonly #maxRequests: number;

  private constructor(
    connection: Connection,
    maxRequests: number,
    counters: BusCounters,
    topics: RabbitTopics,
    events: RabbitChannel,
  ) {
    super(counters);
    this.#connection = connection;
    this.#maxRequests = maxRequests;
    this.#requests = new RabbitRequests(connection);
    this.#topics = topics;
    this.#events = events;
  }

  /** Connects; later it reconnects by itself, for ever, after a random wait. @throws what the client throws */
  static async connect(options: RabbitBusOptions): Promise<RabbitBus> {
    const connection = new Connection({
      acquireTimeout: 5000,
      retryLow: 100,
      retryHigh: 500,
      ...options.connection,
      url: options.url,
    });
    // Each loss of the connection is one; what it means for whom is told there.
    connection.on('error', () => {});
    await connection.onConnect(5000);
    const { maxStored = 100_000, maxRequests = 256 } = options;
    const counters = newCounters();
    const topics = await RabbitTopics.open(connection, maxStored, counters);
    const events = await RabbitChannel.open(connection, {
      begin: async (channel) => {
        await declareEvents(channel);
        // An event is on its way when the server has it; what was lost with a connection is told.
        await channel.confirmSelect();
      },
    });
    return new RabbitBus(connection, maxRequests, counters, topics, events);
  }

  protected ask(subject: string, text: string, timeoutMs: number): Promise<string> {
    return this.#requests.ask(subject, text, timeoutMs);
  }

  protected answer(
    subject: string,
    queue: string,
    reply: (text: string) => Promise<string>,
  ): Promise<Stop> {
    return consumeQueue(this.#connection, {
      prefetch: this.#maxRequests,
      declare: async (channel) => {
        await channel.exchangeDeclare({ exchange: REQUESTS, type: 'direct', durable: true });
        const name = nameOf('request', subject, queue);
        await channel.queueDeclare({ queue: name, ...shared });
        await channel.queueBind({ queue: name, exchange: REQUESTS, routingKey: subject });
        return name;
      },
      handle: (message, channel) => answerOne(message, channel, reply),
    });
  }

  protected async tell(subject: string, text: string): Promise<void> {
    const envelope = {
      exchange: EVENTS,
      routingKey: subject,
      contentType: 'application/cloudevents+json',
    };
    await (await this.#events.get()).basicPublish(envelope, Buffer.from(text));
  }

  protected listen(
    pattern: string,
    queue: string | undefined,
    put: (subject: string, text: string) => void,
  ): Promise<Stop> {
    return consumeQueue(this.#connection, {
      declare: async (channel) => {
        await declareEvents(channel);
        const wanted =
          queue === undefined
            ? { queue: '', exclusive: true }
            : { queue: nameOf('subscribe', pattern, queue), ...shared };
        const { queue: name } = await channel.queueDeclare(wanted);
        // One name or more: `#` alone would mean none as well.
        const routingKey = pattern.replace(/>$/, '*.#');
        await channel.queueBind({ queue: name, exchange: EVENTS, routingKey });
        return name;
      },
      handle: ({ routingKey, body }) => put(routingKey, String(body)),
    });
  }

  protected store(topic: string, event: CloudEvent): Promise<void> {
    return this.#topics.send(topic, event);
  }

  protected async join(topic: string, group: string, options: AttemptsOptions): Promise<Stop> {
    const member = await this.#topics.consume(topic, group, options);
    return () => member.stop();
  }

  protected async disconnect(): Promise<void> {
    await Promise.all([this.#requests.close(), this.#topics.close(), this.#events.close()]);
    // What the client waits for may be gone: all that is ours has ended.
    await Promise.race([
      this.#connection.close(),
      delay(LONGEST_CLOSE_MS, undefined, { ref: false }),
    ]);
    this.#connection.unsafeDestroy();
  }
}

async function answerOne(
  { deliveryTag, replyTo, correlationId, redelivered, body }: AsyncMessage,
  channel: Channel,
  reply: (text: string) => Promise<string>,
): Promise<void> {
  const text = redelivered ? abandoned() : await reply(String(body));
  if (!channel.active) return;
  if (replyTo !== undefined) {
    const envelope = {
      routingKey: replyTo,
      ...(correlationId !== undefined && { correlationId }),
      contentType: 'application/octet-stream',
    };
    await channel.basicPublish(envelope, Buffer.from(text)).catch(() => {});
  }
  if (channel.active) channel.basicAck({ deliveryTag });
}

/** Who had the request before us died with it: it may have done the work, so that only the caller can tell what to do. */
class AbandonedError extends RuntimeError {
  constructor() {
    const message = 'The service that had the request is gone.';
    super('service-unavailable', message, { status: 503, retryable: true });
  }
}

const abandoned = () => JSON.stringify({ error: toWireError(new AbandonedError()) });

const declareEvents = (channel: Channel) =>
  channel.exchangeDeclare({ exchange: EVENTS, type: 'topic', durable: true });

const nameOf = (what: string, subject: string, queue: string) =>
  `microforge.${what}.${createHash('sha256').update(`${subject}\n${queue}`).digest('hex').slice(0, 24)}`;
