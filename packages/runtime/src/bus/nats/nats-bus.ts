import {
  connect,
  type Msg,
  type NatsConnection,
  type NodeConnectionOptions,
} from '@nats-io/transport-node';
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
import { newCounters } from '../bus-counters.ts';
import { BusClosedError, fromWireError, toWireError, type WireError } from '../bus-errors.ts';
import { type CloudEvent, decodeEvent, encodeEvent } from '../cloud-event.ts';
import { InFlight } from '../in-flight.ts';
import { Inbox } from '../inbox.ts';
import { assertSubject, subjectMatcher } from '../subject.ts';
import { NatsRequests } from './nats-requests.ts';
import { JetStreamTopics } from './jetstream-topics.ts';

/** How to reach NATS, and what to make there. */
export interface NatsBusOptions {
  /** As `NATS_URL` usually says: `nats://127.0.0.1:4222`; several for a cluster. */
  readonly servers: string | readonly string[];
  /** Of the official client: credentials, TLS, name. */
  readonly connection?: Omit<NodeConnectionOptions, 'servers'>;
  /** JetStream stream of the durable path, made when it is not there. */
  readonly stream?: string;
  /** Events stored at a time; more are refused. */
  readonly maxStored?: number;
}

/** A bus over NATS: core subjects for requests and published events, JetStream for the durable path. */
export class NatsBus implements Bus {
  readonly #connection: NatsConnection;
  readonly #requests: NatsRequests;
  readonly #durable: JetStreamTopics;
  readonly #counters = newCounters();
  readonly #subscriptions = new Set<Subscription>();
  #closed = false;

  private constructor(connection: NatsConnection, options: NatsBusOptions) {
    this.#connection = connection;
    this.#requests = new NatsRequests(connection);
    const { stream = 'MICROFORGE', maxStored = 1_000_000 } = options;
    this.#durable = new JetStreamTopics(connection, { stream, maxStored }, this.#counters);
  }

  /** Connects; later it reconnects by itself, for ever, after a random wait. @throws what the client throws */
  static async connect(options: NatsBusOptions): Promise<NatsBus> {
    const servers = [options.servers].flat();
    const connection = await connect({
      maxReconnectAttempts: -1,
      reconnectTimeWait: 100,
      reconnectJitter: 200,
      ...options.connection,
      servers,
    });
    return new NatsBus(connection, options);
  }

  /** The official client's connection, for what a bus does not do. */
  get connection(): NatsConnection {
    return this.#connection;
  }

  async request(
    subject: string,
    event: CloudEvent,
    { timeoutMs = 5000 }: RequestOptions = {},
  ): Promise<unknown> {
    this.#assertOpen();
    assertSubject(subject);
    const answer = await this.#requests.ask(subject, encodeEvent(event), timeoutMs);
    const reply = JSON.parse(textOf(answer)) as {
      readonly data?: unknown;
      readonly error?: WireError;
    };
    if (reply.error !== undefined) throw fromWireError(reply.error);
    return reply.data;
  }

  async respond(subject: string, queue: string, handler: Responder): Promise<Subscription> {
    this.#assertOpen();
    assertSubject(subject);
    const running = new InFlight();
    const answer = async (text: string): Promise<string> => {
      this.#counters.inFlight += 1;
      try {
        return JSON.stringify({ data: await handler(decodeEvent(text)) });
      } catch (error) {
        return JSON.stringify({ error: toWireError(error) });
      } finally {
        this.#counters.inFlight -= 1;
      }
    };
    const native = this.#connection.subscribe(subject, {
      queue,
      callback: (error, message) => {
        if (error !== null) return;
        void running.track(
          async () => void message.respond(Buffer.from(await answer(textOf(message)))),
        );
      },
    });
    return this.#keep(async () => {
      await native.drain();
      // The client's drain does not know of handlers that still run; their answers have to leave as well.
      await running.idle();
    });
  }

  async publish(subject: string, event: CloudEvent): Promise<void> {
    this.#assertOpen();
    assertSubject(subject);
    this.#connection.publish(subject, Buffer.from(encodeEvent(event)));
    this.#counters.published += 1;
  }

  async subscribe(
    pattern: string,
    handler: Subscriber,
    { queue, buffer = 1000 }: SubscribeOptions = {},
  ): Promise<Subscription> {
    this.#assertOpen();
    const inbox = new Inbox(subjectMatcher(pattern), handler, buffer, queue, this.#counters);
    const native = this.#connection.subscribe(pattern, {
      ...(queue !== undefined && { queue }),
      callback: (error, message) => {
        if (error === null) inbox.put(message.subject, textOf(message));
      },
    });
    return this.#keep(async () => {
      native.unsubscribe();
      await inbox.stop();
    });
  }

  async send(topic: string, event: CloudEvent): Promise<void> {
    this.#assertOpen();
    assertSubject(topic);
    await this.#durable.send(topic, event);
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
    const member = await this.#durable.consume(topic, group, handler, options);
    return this.#keep(() => member.stop());
  }

  stats(): BusStats {
    return { ...this.#counters };
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    await this.#connection.drain().catch(() => this.#connection.close());
  }

  /** A subscription that the server knows of when it is given, and that a close stops too. */
  async #keep(stop: () => Promise<void>): Promise<Subscription> {
    const subscription = {
      stop: async () => {
        if (this.#subscriptions.delete(subscription)) await stop();
      },
    };
    this.#subscriptions.add(subscription);
    // While the server is away there is nothing to wait for: the client subscribes again when it is back.
    await this.#connection.flush().catch(() => {});
    return subscription;
  }

  #assertOpen(): void {
    if (this.#closed) throw new BusClosedError();
  }
}

/** Node's own way to read UTF-8 takes a fraction of what TextDecoder takes for a short text. */
const textOf = ({ data }: Msg) =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('utf8');
