import { type ConsumeOptions, type Consumer, deadLetterTopic, type Subscription } from '../bus.ts';
import type { BusCounters } from '../bus-counters.ts';
import { BackPressureError } from '../bus-errors.ts';
import { type CloudEvent, decodeEvent } from '../cloud-event.ts';
import { deadLetter } from '../dead-letter.ts';
import { ConsumerGroup, type GroupStore } from './consumer-group.ts';
import { GroupCommit } from './group-commit.ts';
import { type Durability, type PendingRow, Store } from './store.ts';

interface Options {
  readonly file: string;
  readonly durability: Durability;
  readonly maxStored: number;
  readonly dedupeMs: number;
}

/** How often identities that are old enough are forgotten. */
const FORGET_MS = 5000;

/** The durable path of the embedded bus: topics, their groups, and what is stored for them. */
export class DurableTopics {
  readonly #options: Options;
  readonly #counters: BusCounters;
  readonly #store: Store;
  readonly #commit: GroupCommit;
  readonly #groups = new Map<string, Map<string, ConsumerGroup>>();
  readonly #subscriptions = new Set<Subscription>();
  #stored: number;
  #forgotAt = Date.now();

  constructor(options: Options, counters: BusCounters) {
    this.#options = options;
    this.#counters = counters;
    this.#store = new Store(options.file, options.durability);
    this.#commit = new GroupCommit(this.#store);
    this.#stored = this.#store.count();
    for (const { topic, name } of this.#store.groups()) this.#open(topic, name);
  }

  async send(topic: string, event: CloudEvent, text: string): Promise<void> {
    if (this.#stored >= this.#options.maxStored) {
      throw new BackPressureError('Stored events', this.#options.maxStored);
    }
    // Counted before it is stored: a burst must not slip past the limit.
    this.#stored += 1;
    try {
      const stored = await this.#commit.write(() => this.#add(topic, event, text));
      if (stored === undefined) {
        this.#stored -= 1;
        this.#counters.duplicates += 1;
      } else {
        this.#counters.stored += 1;
        this.#offer(topic, stored);
      }
    } catch (error) {
      this.#stored -= 1;
      throw error;
    }
  }

  async consume(
    topic: string,
    name: string,
    handler: Consumer,
    options: ConsumeOptions,
  ): Promise<Subscription> {
    await this.#commit.write(() => this.#store.addGroup(topic, name));
    const group = this.#open(topic, name);
    const counted: Consumer = async (delivery) => {
      this.#counters.delivered += 1;
      this.#counters.inFlight += 1;
      try {
        await handler(delivery);
      } finally {
        this.#counters.inFlight -= 1;
      }
    };
    const member = group.join(counted, options);
    const subscription = {
      stop: async () => {
        this.#subscriptions.delete(subscription);
        await member.leave();
      },
    };
    this.#subscriptions.add(subscription);
    return subscription;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    this.#commit.close();
    this.#store.close();
  }

  /** Part of a transaction. Undefined when the event is a repetition. */
  #add(topic: string, event: CloudEvent, text: string): PendingRow | undefined {
    const now = Date.now();
    if (now - this.#forgotAt > FORGET_MS) {
      this.#forgotAt = now;
      this.#store.forget(now - this.#options.dedupeMs);
    }
    if (!this.#store.remember(topic, `${event.source}\n${event.id}`, now)) return undefined;
    const key = event.partitionkey ?? null;
    const groups = [...(this.#groups.get(topic)?.keys() ?? [])];
    const seq = this.#store.add(topic, key, text, groups);
    return { seq, key, event: text, attempts: 0, available: 0 };
  }

  #offer(topic: string, row: PendingRow): void {
    for (const group of this.#groups.get(topic)?.values() ?? []) group.offer(row);
  }

  #open(topic: string, name: string): ConsumerGroup {
    const groups = this.#groups.get(topic) ?? new Map<string, ConsumerGroup>();
    this.#groups.set(topic, groups);
    const group =
      groups.get(name) ??
      new ConsumerGroup(this.#storeOf(topic, name), () => (this.#counters.redelivered += 1));
    groups.set(name, group);
    return group;
  }

  #storeOf(topic: string, name: string): GroupStore {
    const store = this.#store;
    const finish = (seq: number) => {
      if (store.done(topic, name, seq)) this.#stored -= 1;
    };
    return {
      load: (after, limit) => store.pendingAfter(topic, name, after, limit),
      attempted: (entries) =>
        this.#commit.write(() => {
          for (const { seq, attempts } of entries) store.attempted(topic, name, seq, attempts);
        }),
      done: async (seq) => {
        await this.#commit.write(() => finish(seq));
        this.#counters.acknowledged += 1;
      },
      postpone: (seq, available) =>
        this.#commit.write(() => store.postpone(topic, name, seq, available)),
      deadLetter: async (row, deliveries, reason) => {
        const dead = deadLetterTopic(topic, name);
        const event = deadLetter(decodeEvent(row.event), topic, name, deliveries, reason);
        // Moved in one transaction: it is in one of the two topics at any time.
        const moved = await this.#commit.write(() => {
          finish(row.seq);
          const added = this.#add(dead, event, JSON.stringify(event));
          if (added !== undefined) this.#stored += 1;
          return added;
        });
        this.#counters.deadLettered += 1;
        if (moved !== undefined) this.#offer(dead, moved);
      },
    };
  }
}
