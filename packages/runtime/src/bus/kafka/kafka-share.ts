import { setTimeout as delay } from 'node:timers/promises';
import { API_ERROR } from 'kafka-ts';
import { Attempts, type AttemptsOptions } from '../attempts.ts';
import { decodeEvent } from '../cloud-event.ts';
import type { Cluster } from './kafka-clients.ts';
import { fetchRecords, type KafkaRecord, offsetsAt } from './kafka-fetch.ts';
import type { KafkaGroup } from './kafka-group.ts';
import { findTopic, isCode, type KafkaTopic } from './kafka-topic.ts';
import { Progress, type ProgressState } from './progress.ts';

const AGAIN_MS = 100;
/** Records that were read and are not done, at least: some of them wait for others of their key. */
const LEAST_HELD = 256;

/**
 * A member's partitions, from one rebalance to the next: reads them, has them handled, stores what was begun and
 * what is done. Nothing begins before that it does is stored, so that what kills its consumer is counted.
 */
export class KafkaShare {
  readonly #cluster: Cluster;
  readonly #group: KafkaGroup;
  readonly #attempts: Attempts;
  readonly #progress = new Map<number, Progress>();
  readonly #dirty = new Set<number>();
  readonly #stopped = new AbortController();
  readonly #mostHeld: number;
  #topic: KafkaTopic;
  #held = 0;
  #writing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined = undefined;
  #room: (() => void) | undefined = undefined;

  constructor(cluster: Cluster, group: KafkaGroup, topic: KafkaTopic, options: AttemptsOptions) {
    this.#cluster = cluster;
    this.#group = group;
    this.#topic = topic;
    this.#attempts = new Attempts(options);
    this.#mostHeld = Math.max(LEAST_HELD, 2 * options.options.maxInFlight);
  }

  /** Begins to read. */
  async start(partitions: readonly number[]): Promise<void> {
    if (partitions.length === 0) return;
    const known = await this.#group.read(partitions);
    for (const partition of partitions) {
      this.#progress.set(partition, new Progress(known.get(partition) ?? { offset: 0, marks: '' }));
    }
    void this.#read();
  }

  /** Begins nothing new, waits for what runs, stores how far we are, unless we have lost the partitions. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#room?.();
    await this.#attempts.stop();
    await this.#store().catch(() => {});
  }

  /** Until the end: from all servers at once, and from others when others lead. */
  async #read(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const leaders = new Set([...this.#progress.keys()].map((each) => this.#topic.leaders[each]));
      try {
        await Promise.all([...leaders].map((node) => this.#readFrom(node ?? -1)));
      } catch (error) {
        if (signal.aborted) return;
        if (isCode(error, API_ERROR.OFFSET_OUT_OF_RANGE)) await this.#skipToBeginning();
        await delay(AGAIN_MS * (0.5 + Math.random()));
        this.#topic = await findTopic(this.#cluster, this.#topic.name).catch(() => this.#topic);
      }
    }
  }

  async #readFrom(node: number): Promise<void> {
    const { signal } = this.#stopped;
    const mine = [...this.#progress].filter(([each]) => this.#topic.leaders[each] === node);
    const current = this.#topic;
    while (!signal.aborted && current === this.#topic) {
      const from = new Map(
        mine.filter(([, { hasRoom }]) => hasRoom).map(([each, { next }]) => [each, next]),
      );
      if (from.size === 0 || this.#held >= this.#mostHeld) {
        const { promise, resolve } = Promise.withResolvers<void>();
        this.#room = resolve;
        await promise;
        continue;
      }
      const { records, next } = await fetchRecords(this.#cluster, node, current, from);
      if (signal.aborted) return;
      for (const record of records) this.#take(record);
      for (const [partition, offset] of next) {
        const progress = this.#progress.get(partition);
        if (progress !== undefined) progress.next = Math.max(progress.next, offset);
      }
    }
  }

  #take({ partition, offset, value }: KafkaRecord): void {
    const progress = this.#progress.get(partition);
    if (progress === undefined || offset < progress.next) return;
    const before = progress.take(offset);
    progress.next = offset + 1;
    if (before === undefined) return;
    void this.#handle(progress, partition, offset, value, before);
  }

  async #handle(
    progress: Progress,
    partition: number,
    offset: number,
    value: string,
    before: number,
  ): Promise<void> {
    this.#held += 1;
    const changed = () => {
      this.#dirty.add(partition);
      return this.#store();
    };
    const ack = () => {
      progress.finish(offset);
      return changed();
    };
    const begin = async (attempt: number) => {
      if (this.#stopped.signal.aborted) return false;
      progress.begin(offset, attempt);
      await changed();
      if (!this.#stopped.signal.aborted) return true;
      // It has not begun after all.
      progress.begin(offset, attempt - 1);
      this.#dirty.add(partition);
      return false;
    };
    try {
      await this.#attempts.handle({ event: decodeEvent(value), before, ack, begin });
    } catch (error) {
      // It is no event, which nobody can handle; or the partition is somebody else's now.
      if ((error as { code?: unknown }).code === 'invalid-event') await ack().catch(() => {});
    } finally {
      this.#held -= 1;
      this.#room?.();
    }
  }

  /** Resolves when all that was changed before has been stored: one request for all that wait for their turn. */
  #store(): Promise<void> {
    this.#next ??= this.#writing
      .catch(() => {})
      .then(() => {
        this.#next = undefined;
        const states = new Map<number, ProgressState>();
        for (const partition of this.#dirty) {
          const progress = this.#progress.get(partition);
          if (progress !== undefined) states.set(partition, progress.state);
        }
        this.#dirty.clear();
        this.#writing = states.size === 0 ? Promise.resolve() : this.#group.write(states);
        return this.#writing;
      });
    return this.#next;
  }

  /** What we had not read is older than the topic keeps. */
  async #skipToBeginning(): Promise<void> {
    const beginnings = await offsetsAt(this.#cluster, this.#topic, -2).catch(() => []);
    for (const [partition, progress] of this.#progress) {
      progress.next = Math.max(progress.next, beginnings[partition]?.offset ?? 0);
    }
  }
}
