import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type AsyncMessage,
  type Channel,
  Connection,
  type ConnectionOptions,
} from 'rabbitmq-client';
import { RuntimeError } from '../../errors/runtime-error.ts';
import type {
  Bus,
  BusStats,
  ConsumeOptions,
  Consumer,
  RequestOptions,
  Responder,
  SubscribeOptions,
  Subscriber,
  Subscription,
} from '../bus.ts';
import { type BusCounters, newCounters } from '../bus-counters.ts';
import { BusClosedError, fromWireError, toWireError, type WireError } from '../bus-errors.ts';
import { type CloudEvent, decodeEvent, encodeEvent } from '../cloud-event.ts';
import { Inbox } from '../inbox.ts';
import { assertSubject, subjectMatcher } from '../subject.ts';
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
export class RabbitBus implements Bus {
  readonly #connection: Connection;
  readonly #counters: BusCounters;
  readonly #requests: RabbitRequests;
  readonly #topics: RabbitTopics;
  readonly #events: RabbitChannel;
  readonly #maxRequests: number;
  readonly #subscriptions = new Set<Subscription>();
  #closed = false;

  private constructor(
    connection: Connection,
    maxRequests: number,
    counters: BusCounters,
    topics: RabbitTopics,
    events: RabbitChannel,
  ) {
    this.#connection = connection;
    this.#maxRequests = maxRequests;
    this.#counters = counters;
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

  async request(
    subject: string,
    event: CloudEvent,
    { timeoutMs = 5000 }: RequestOptions = {},
  ): Promise<unknown> {
    this.#assertOpen();
    assertSubject(subject);
    const answer = await this.#requests.ask(subject, encodeEvent(event), timeoutMs);
    const reply = JSON.parse(answer) as { readonly data?: unknown; readonly error?: WireError };
    if (reply.error !== undefined) throw fromWireError(reply.error);
    return reply.data;
  }

  async respond(subject: string, queue: string, handler: Responder): Promise<Subscription> {
    this.#assertOpen();
    assertSubject(subject);
    return this.#keep({
      prefetch: this.#maxRequests,
      declare: async (channel) => {
        await channel.exchangeDeclare({ exchange: REQUESTS, type: 'direct', durable: true });
        const name = nameOf('request', subject, queue);
        await channel.queueDeclare({ queue: name, ...shared });
        await channel.queueBind({ queue: name, exchange: REQUESTS, routingKey: subject });
        return name;
      },
      handle: (message, channel) => this.#answer(message, channel, handler),
    });
  }

  async publish(subject: string, event: CloudEvent): Promise<void> {
    this.#assertOpen();
    assertSubject(subject);
    const envelope = {
      exchange: EVENTS,
      routingKey: subject,
      contentType: 'application/cloudevents+json',
    };
    const text = encodeEvent(event);
    await (await this.#events.get()).basicPublish(envelope, Buffer.from(text));
    this.#counters.published += 1;
  }

  async subscribe(
    pattern: string,
    handler: Subscriber,
    { queue, buffer = 1000 }: SubscribeOptions = {},
  ): Promise<Subscription> {
    this.#assertOpen();
    const inbox = new Inbox(subjectMatcher(pattern), handler, buffer, queue, this.#counters);
    const subscription = await this.#keep({
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
      handle: ({ routingKey, body }) => inbox.put(routingKey, String(body)),
    });
    return {
      stop: async () => {
        await subscription.stop();
        await inbox.stop();
      },
    };
  }

  async send(topic: string, event: CloudEvent): Promise<void> {
    this.#assertOpen();
    assertSubject(topic);
    await this.#topics.send(topic, event);
  }

  async consume(
    topic: string,
    group: string,
    handler: Consumer,
    options: ConsumeOptions = {},
  ): Promise<Subscription> {
    this.#assertOpen();
    assertSubject(topic);
    assertSubject(group);
    const member = await this.#topics.consume(topic, group, handler, options);
    return this.#remember(() => member.stop());
  }

  stats(): BusStats {
    return { ...this.#counters };
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    await Promise.all([this.#requests.close(), this.#topics.close(), this.#events.close()]);
    // What the client waits for may be gone: all that is ours has ended.
    await Promise.race([
      this.#connection.close(),
      delay(LONGEST_CLOSE_MS, undefined, { ref: false }),
    ]);
    this.#connection.unsafeDestroy();
  }

  async #answer(message: AsyncMessage, channel: Channel, handler: Responder): Promise<void> {
    const { deliveryTag, replyTo, correlationId } = message;
    this.#counters.inFlight += 1;
    let reply: object;
    try {
      if (message.redelivered) throw new AbandonedError();
      reply = { data: await handler(decodeEvent(String(message.body))) };
    } catch (error) {
      reply = { error: toWireError(error) };
    } finally {
      this.#counters.inFlight -= 1;
    }
    if (!channel.active) return;
    if (replyTo !== undefined) {
      const envelope = {
        routingKey: replyTo,
        ...(correlationId !== undefined && { correlationId }),
        contentType: 'application/octet-stream',
      };
      await channel.basicPublish(envelope, Buffer.from(JSON.stringify(reply))).catch(() => {});
    }
    if (channel.active) channel.basicAck({ deliveryTag });
  }

  async #keep(work: Parameters<typeof consumeQueue>[1]): Promise<Subscription> {
    return this.#remember(await consumeQueue(this.#connection, work));
  }

  /** A subscription that a close stops too. */
  #remember(stop: () => Promise<void>): Subscription {
    const subscription = {
      stop: async () => {
        if (this.#subscriptions.delete(subscription)) await stop();
      },
    };
    this.#subscriptions.add(subscription);
    return subscription;
  }

  #assertOpen(): void {
    if (this.#closed) throw new BusClosedError();
  }
}

/** Who had the request before us died with it: it may have done the work, so that only the caller can tell what to do. */
class AbandonedError extends RuntimeError {
  constructor() {
    const message = 'The service that had the request is gone.';
    super('service-unavailable', message, { status: 503, retryable: true });
  }
}

const declareEvents = (channel: Channel) =>
  channel.exchangeDeclare({ exchange: EVENTS, type: 'topic', durable: true });

const nameOf = (what: string, subject: string, queue: string) =>
  `microforge.${what}.${createHash('sha256').update(`${subject}\n${queue}`).digest('hex').slice(0, 24)}`;
