import { setTimeout as delay } from 'node:timers/promises';
import { API_ERROR } from 'kafka-ts';
import type { Cluster, KafkaClients } from './kafka-clients.ts';
import { fetchRecords, type KafkaRecord, offsetsAt } from './kafka-fetch.ts';
import { KafkaSender } from './kafka-sender.ts';
import { declareTopic, findTopic, isCode, type KafkaTopic } from './kafka-topic.ts';

const AGAIN_MS = 100;
/** What is older nobody waits for. */
const KEPT_MS = 600_000;
/** So much of the past tells who is there. */
const PAST_MS = 10_000;

/** A topic with one partition that every process reads from its end on, and writes to: all see the same in the same order. */
export class LiveLog {
  readonly #cluster: Cluster;
  readonly #sender: KafkaSender;
  readonly #onRecord: (record: KafkaRecord) => void;
  readonly #onLoss: (count: number) => void;
  #topic: KafkaTopic;
  #next = 0;
  #closed = false;

  private constructor(
    cluster: Cluster,
    topic: KafkaTopic,
    sender: KafkaSender,
    onRecord: (record: KafkaRecord) => void,
    onLoss: (count: number) => void,
  ) {
    this.#cluster = cluster;
    this.#topic = topic;
    this.#sender = sender;
    this.#onRecord = onRecord;
    this.#onLoss = onLoss;
  }

  /** Gives the latest seconds first. @throws what the client throws */
  static async open(
    clients: KafkaClients,
    name: string,
    onRecord: (record: KafkaRecord) => void,
    onLoss: (count: number) => void,
  ): Promise<LiveLog> {
    const cluster = await clients.cluster();
    const topic = await declareTopic(cluster, name, 1, {
      'retention.ms': String(KEPT_MS),
      'message.timestamp.type': 'LogAppendTime',
    });
    // Once more, should another server lead now; later nobody waits for it any more.
    const log = new LiveLog(cluster, topic, new KafkaSender(clients.quick, 1), onRecord, onLoss);
    log.#next = await log.#past();
    void log.#follow();
    return log;
  }

  /** Resolves when it is written. @throws what the client throws */
  append(key: readonly string[], value: string): Promise<void> {
    const message = { topic: this.#topic.name, partition: 0, key: JSON.stringify(key), value };
    return this.#sender.send(message);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#sender.close();
    await this.#cluster.disconnect();
  }

  /** By the server's clock: ours may differ. */
  async #past(): Promise<number> {
    const [latest] = await offsetsAt(this.#cluster, this.#topic, -3);
    const since = (latest?.timestamp ?? -1) - PAST_MS;
    const [found] = await offsetsAt(this.#cluster, this.#topic, since > 0 ? since : -2);
    return Math.max(0, found?.offset ?? 0);
  }

  async #follow(): Promise<void> {
    while (!this.#closed) {
      try {
        await this.#cluster.ensureConnected();
        await this.#read();
      } catch (error) {
        if (this.#closed) return;
        if (isCode(error, API_ERROR.OFFSET_OUT_OF_RANGE)) await this.#skip();
        // By chance: what lost its server together must not come back in step.
        await delay(AGAIN_MS * (0.5 + Math.random()));
        this.#topic = await findTopic(this.#cluster, this.#topic.name).catch(() => this.#topic);
      }
    }
  }

  async #read(): Promise<void> {
    const from = new Map([[0, this.#next]]);
    const node = this.#topic.leaders[0] ?? -1;
    const { records, next } = await fetchRecords(this.#cluster, node, this.#topic, from);
    if (this.#closed) return;
    for (const record of records) {
      this.#next = record.offset + 1;
      this.#onRecord(record);
    }
    this.#next = Math.max(this.#next, next.get(0) ?? 0);
  }

  /** We were away for longer than it is kept. */
  async #skip(): Promise<void> {
    const [first] = await offsetsAt(this.#cluster, this.#topic, -2).catch(() => []);
    if (first === undefined) return;
    if (first.offset > this.#next) this.#onLoss(first.offset - this.#next);
    this.#next = first.offset;
  }
}
