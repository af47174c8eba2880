import { connect, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node';
import type { AttemptsOptions } from '../attempts.ts';
import { BrokerBus, type Stop } from '../broker-bus.ts';
import type { CloudEvent } from '../cloud-event.ts';
import { InFlight } from '../in-flight.ts';
import { JetStreamTopics } from './jetstream-topics.ts';
import { NatsRequests } from './nats-requests.ts';
import { textOf } from './text-of.ts';

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
export class NatsBus extends BrokerBus {
  readonly #connection: NatsConnection;
  readonly #requests: NatsRequests;
  readonly #durable: JetStreamTopics;

  private constructor(connection: NatsConnection, options: NatsBusOptions) {
    super();
    this.#connection = connection;
    this.#requests = new NatsRequests(connection);
    const { stream = 'MICROFORGE', maxStored = 1_000_000 } = options;
    this.#durable = new JetStreamTopics(connection, { stream, maxStored }, this.counters);
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

  protected ask(subject: string, text: string, timeoutMs: number): Promise<string> {
    return this.#requests.ask(subject, text, timeoutMs);
  }

  protected async answer(
    subject: string,
    queue: string,
    reply: (text: string) => Promise<string>,
  ): Promise<Stop> {
    const running = new InFlight();
    const native = this.#connection.subscribe(subject, {
      queue,
      callback: (error, message) => {
        if (error !== null) return;
        running.follow(reply(textOf(message)), (text) => void message.respond(Buffer.from(text)));
      },
    });
    await this.#known();
    return async () => {
      await native.drain();
      // The client's drain does not know of handlers that still run; their answers have to leave as well.
      await running.idle();
    };
  }

  protected async tell(subject: string, text: string): Promise<void> {
    this.#connection.publish(subject, Buffer.from(text));
  }

  protected async listen(
    pattern: string,
    queue: string | undefined,
    put: (subject: string, text: string) => void,
  ): Promise<Stop> {
    const native = this.#connection.subscribe(pattern, {
      ...(queue !== undefined && { queue }),
      callback: (error, message) => {
        if (error === null) put(message.subject, textOf(message));
      },
    });
    await this.#known();
    return async () => native.unsubscribe();
  }

  protected store(topic: string, event: CloudEvent): Promise<void> {
    return this.#durable.send(topic, event);
  }

  protected async join(topic: string, group: string, options: AttemptsOptions): Promise<Stop> {
    const member = await this.#durable.consume(topic, group, options);
    return () => member.stop();
  }

  protected async disconnect(): Promise<void> {
    await this.#connection.drain().catch(() => this.#connection.close());
  }

  /** Resolves when the server knows of what was subscribed. */
  async #known(): Promise<void> {
    // While the server is away there is nothing to wait for: the client subscribes again when it is back.
    await this.#connection.flush().catch(() => {});
  }
}
