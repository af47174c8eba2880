import { type ClientOptions, saslPlain } from 'kafka-ts';
import type { AttemptsOptions } from '../attempts.ts';
import { BrokerBus, type Stop } from '../broker-bus.ts';
import type { CloudEvent } from '../cloud-event.ts';
import { type Cluster, KafkaClients } from './kafka-clients.ts';
import { KafkaLive } from './kafka-live.ts';
import { KafkaTopics } from './kafka-topics.ts';

/** How to reach Kafka, and what to make there. */
export interface KafkaBusOptions {
  /** Such as `kafka://127.0.0.1:9092`, or `kafka://user:password@…` (SASL PLAIN); several to find a cluster by. */
  readonly servers: string | readonly string[];
  /** Of the client: other SASL, TLS, name. */
  readonly connection?: Omit<ClientOptions, 'bootstrapServers'>;
  /** What names of topics begin with. */
  readonly prefix?: string;
}

/**
 * A bus over Kafka: topics and consumer groups for the durable path. Requests and published events go through one
 * topic with one partition, that every process of the bus reads.
 */
export class KafkaBus extends BrokerBus {
  readonly #cluster: Cluster;
  readonly #topics: KafkaTopics;
  readonly #live: KafkaLive;

  private constructor(clients: KafkaClients, cluster: Cluster, prefix: string) {
    super();
    this.#cluster = cluster;
    this.#topics = new KafkaTopics(clients, cluster, prefix, this.counters);
    this.#live = new KafkaLive(clients, `${prefix}.live`, (count) => (this.counters.lost += count));
  }

  /** Connects; later it reconnects by itself, for ever. @throws what the client throws */
  static async connect({
    servers,
    connection,
    prefix = 'microforge',
  }: KafkaBusOptions): Promise<KafkaBus> {
    const urls = [servers].flat().map((server) => new URL(server));
    const [first] = urls;
    const sasl =
      first?.username === undefined || first.username === ''
        ? undefined
        : saslPlain({
            username: decodeURIComponent(first.username),
            password: decodeURIComponent(first.password),
          });
    const bootstrapServers = urls.map(({ hostname: host, port }) => ({
      host: host.replace(/^\[|\]$/g, ''),
      port: port === '' ? 9092 : Number(port),
    }));
    const clients = new KafkaClients({ ...(sasl && { sasl }), ...connection, bootstrapServers });
    return new KafkaBus(clients, await clients.cluster(), prefix);
  }

  protected ask(subject: string, text: string, timeoutMs: number): Promise<string> {
    return this.#live.ask(subject, text, timeoutMs);
  }

  protected answer(
    subject: string,
    queue: string,
    reply: (text: string) => Promise<string>,
  ): Promise<Stop> {
    return this.#live.answer(subject, queue, reply);
  }

  protected tell(subject: string, text: string): Promise<void> {
    return this.#live.tell(subject, text);
  }

  protected listen(
    pattern: string,
    queue: string | undefined,
    put: (subject: string, text: string) => void,
  ): Promise<Stop> {
    return this.#live.listen(pattern, queue, put);
  }

  protected store(topic: string, event: CloudEvent): Promise<void> {
    return this.#topics.send(topic, event);
  }

  protected async join(topic: string, group: string, options: AttemptsOptions): Promise<Stop> {
    const member = await this.#topics.consume(topic, group, options);
    return () => member.stop();
  }

  protected async disconnect(): Promise<void> {
    await Promise.all([this.#live.close(), this.#topics.close()]);
    await this.#cluster.disconnect();
  }
}
