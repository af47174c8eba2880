import { within } from '../../registry/within.ts';
import type { AttemptsOptions } from '../attempts.ts';
import type { BusCounters } from '../bus-counters.ts';
import { type CloudEvent, encodeEvent } from '../cloud-event.ts';
import { PARTITIONS, partitionNumber } from '../partition.ts';
import type { Cluster, KafkaClients } from './kafka-clients.ts';
import { KafkaMember } from './kafka-member.ts';
import { KafkaSender } from './kafka-sender.ts';
import { declareTopic, type KafkaTopic, topicName } from './kafka-topic.ts';

/** Nothing is stored for so long: whoever sends may send it again. */
const SEND_MS = 3000;
const WEEK_MS = 7 * 86_400_000;
const RETRIES = 5;

/**
 * The durable path on Kafka: a topic is a topic with eight partitions, a group a consumer group. Events without a
 * key are spread by their identity, so that a repetition reaches the same member.
 */
export class KafkaTopics {
  readonly #clients: KafkaClients;
  readonly #cluster: Cluster;
  readonly #prefix: string;
  readonly #counters: BusCounters;
  readonly #sender: KafkaSender;
  readonly #declared = new Map<string, Promise<KafkaTopic>>();

  constructor(clients: KafkaClients, cluster: Cluster, prefix: string, counters: BusCounters) {
    this.#clients = clients;
    this.#cluster = cluster;
    this.#prefix = prefix;
    this.#counters = counters;
    this.#sender = new KafkaSender(clients.quick, RETRIES);
  }

  async send(topic: string, event: CloudEvent): Promise<void> {
    const value = encodeEvent(event);
    const key = event.partitionkey ?? `${event.source}\n${event.id}`;
    const { name } = await this.#declare(topic);
    const partition = partitionNumber(key);
    await within(`Storing an event of "${topic}"`, SEND_MS, () =>
      this.#sender.send({ topic: name, partition, key: event.partitionkey ?? null, value }),
    );
    this.#counters.stored += 1;
  }

  async consume(topic: string, group: string, options: AttemptsOptions): Promise<KafkaMember> {
    const declared = await this.#declare(topic);
    const id = `${declared.name}.${group}`;
    return KafkaMember.open(await this.#clients.cluster(), id, declared, options);
  }

  async close(): Promise<void> {
    await this.#sender.close();
  }

  #declare(topic: string): Promise<KafkaTopic> {
    const known = this.#declared.get(topic);
    if (known !== undefined) return known;
    const name = topicName(`${this.#prefix}.topic`, topic);
    const config = { 'retention.ms': String(WEEK_MS) };
    const declaring = declareTopic(this.#cluster, name, PARTITIONS, config);
    this.#declared.set(topic, declaring);
    declaring.catch(() => this.#declared.delete(topic));
    return declaring;
  }
}
