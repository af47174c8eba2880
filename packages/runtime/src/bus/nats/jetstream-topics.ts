import { createHash } from 'node:crypto';
import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  jetstream,
  type JetStreamClient,
  jetstreamManager,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import type { AttemptsOptions } from '../attempts.ts';
import type { BusCounters } from '../bus-counters.ts';
import { BackPressureError } from '../bus-errors.ts';
import { type CloudEvent, encodeEvent } from '../cloud-event.ts';
import { JetStreamMember, serverWaitMs } from './jetstream-member.ts';
import { partitionOf, partitions } from '../partition.ts';

interface Options {
  readonly stream: string;
  readonly maxStored: number;
}

const DAY_MS = 86_400_000;

/**
 * The durable path on JetStream: one stream; a topic is a subject per partition in it; a group is a durable
 * pull consumer per partition. Partitions of keys have one delivery at a time on all members together, which
 * is what keeps the order of each key; events without a key have a partition without that limit.
 */
export class JetStreamTopics {
  readonly #connection: NatsConnection;
  readonly #options: Options;
  readonly #counters: BusCounters;
  readonly #client: JetStreamClient;
  #manager: Promise<JetStreamManager> | undefined = undefined;

  constructor(connection: NatsConnection, options: Options, counters: BusCounters) {
    this.#connection = connection;
    this.#options = options;
    this.#counters = counters;
    this.#client = jetstream(connection);
  }

  async send(topic: string, event: CloudEvent): Promise<void> {
    const text = encodeEvent(event);
    await this.#open();
    // The server knows ids per stream, not per subject; they are long and may hold anything.
    const identity = JSON.stringify([topic, event.source, event.id]);
    const msgID = createHash('sha256').update(identity).digest('base64url');
    const subject = this.#subject(topic, partitionOf(event.partitionkey));
    const { duplicate } = await this.#client
      .publish(subject, text, { msgID, timeout: 2000 })
      .catch((error: unknown) => {
        // 10077: maximum messages exceeded.
        if ((error as { code?: number }).code === 10077 || /maximum messages/.test(String(error))) {
          throw new BackPressureError('Stored events', this.#options.maxStored);
        }
        throw error;
      });
    if (duplicate) this.#counters.duplicates += 1;
    else this.#counters.stored += 1;
  }

  async consume(topic: string, group: string, options: AttemptsOptions): Promise<JetStreamMember> {
    const manager = await this.#open();
    const { stream } = this.#options;
    const sources = await Promise.all(
      partitions.map(async (partition) => {
        const subject = this.#subject(topic, partition);
        const digest = createHash('sha256').update(`${subject}\n${group}`).digest('hex');
        const name = `g${digest.slice(0, 24)}`;
        await manager.consumers.add(stream, {
          durable_name: name,
          description: `${group} on ${subject}`,
          filter_subject: subject,
          ack_policy: AckPolicy.Explicit,
          deliver_policy: DeliverPolicy.All,
          ack_wait: nanos(serverWaitMs(options.options.ackWaitMs)),
          // We count and write dead letters ourselves.
          max_deliver: -1,
          max_ack_pending: partition === 'any' ? 10_000 : 1,
        });
        return {
          serial: partition !== 'any',
          consumer: await this.#client.consumers.get(stream, name),
        };
      }),
    );
    return new JetStreamMember(sources, options);
  }

  #subject(topic: string, partition: string): string {
    return `${this.#options.stream}.${partition}.${topic}`;
  }

  /** The stream is made by whoever comes first. */
  #open(): Promise<JetStreamManager> {
    this.#manager ??= this.#make().catch((error: unknown) => {
      this.#manager = undefined;
      throw error;
    });
    return this.#manager;
  }

  async #make(): Promise<JetStreamManager> {
    const manager = await jetstreamManager(this.#connection);
    const { stream, maxStored } = this.#options;
    const known = await manager.streams.info(stream).catch(() => undefined);
    if (known === undefined) {
      await manager.streams.add({
        name: stream,
        subjects: [`${stream}.>`],
        retention: RetentionPolicy.Limits,
        storage: StorageType.File,
        discard: DiscardPolicy.New,
        max_msgs: maxStored,
        max_age: nanos(7 * DAY_MS),
        duplicate_window: nanos(120_000),
      });
    }
    return manager;
  }
}
