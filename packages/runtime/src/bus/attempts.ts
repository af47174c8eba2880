import { setTimeout as delay } from 'node:timers/promises';
import type { RecentMap } from '../middleware/recent-map.ts';
import { type ConsumeOptions, type Consumer, retryDelay } from './bus.ts';
import type { BusCounters } from './bus-counters.ts';
import type { CloudEvent } from './cloud-event.ts';
import { InFlight } from './in-flight.ts';
import { Lanes } from './lanes.ts';
import { Slots } from './slots.ts';

/** What attempts are made with. */
export interface AttemptsOptions {
  readonly handler: Consumer;
  readonly options: Required<ConsumeOptions>;
  readonly counters: BusCounters;
  /** Stores a dead letter. */
  readonly bury: (event: CloudEvent, deliveries: number, reason: string) => Promise<void>;
  /** Identities that this process is done with, of all members of the group. */
  readonly known: RecentMap<true>;
}

/** One event as a broker gave it. */
export interface Arrival {
  readonly event: CloudEvent;
  /** How often it was given to somebody before, as far as the broker knows. */
  readonly before: number;
  /** Tells the broker that it is done with. */
  readonly ack: () => Promise<void>;
  /** Where the broker counts no attempts: notes this one before it begins; false when it may not begin any more. */
  readonly begin?: (attempt: number) => Promise<boolean>;
}

type Verdict =
  | { readonly acknowledged: true }
  | {
      readonly acknowledged: false;
      readonly reason: string;
      readonly delayMs?: number | undefined;
    };

const BURY_AGAIN_MS = 1000;

/**
 * Has events handled that a broker gives in order and holds until they are acknowledged, where the broker
 * itself knows no delays, keys or repetitions (RabbitMQ, Kafka): attempts are made here, in order for each
 * key, with their waits between; an event that was handled before is not handled again.
 */
export class Attempts {
  readonly #options: AttemptsOptions;
  readonly #lanes = new Lanes();
  readonly #slots: Slots;
  readonly #running = new InFlight();
  readonly #stopping = new AbortController();

  constructor(options: AttemptsOptions) {
    this.#options = options;
    this.#slots = new Slots(options.options.maxInFlight);
  }

  /**
   * Resolves when the event has been acknowledged or is a dead letter: `done`; or when it has to be given
   * again to somebody, since we stop: `released`.
   */
  handle(arrival: Arrival): Promise<'done' | 'released'> {
    const { event } = arrival;
    const identity = `${event.source}\n${event.id}`;
    // Two of one identity are one after the other as well, so that the second finds the first done.
    const key = event.partitionkey === undefined ? `i${identity}` : `k${event.partitionkey}`;
    return this.#lanes.run(key, () => this.#attempts(arrival, identity));
  }

  /** Ends the waits between attempts, and waits for handlers that run. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running.idle();
  }

  async #attempts(arrival: Arrival, identity: string): Promise<'done' | 'released'> {
    const { event, before, ack } = arrival;
    const { options, counters, known } = this.#options;
    const acknowledge = async () => {
      // Remembered first: should the broker not hear of it, the work has been done all the same.
      known.set(identity, true);
      await ack();
      counters.acknowledged += 1;
    };
    let reason = 'no acknowledgement in time';
    for (let attempt = before + 1; ; attempt += 1) {
      if (known.get(identity) === true) {
        counters.duplicates += 1;
        await ack().catch(() => {});
        return 'done';
      }
      if (attempt > options.maxDeliveries) {
        if (!(await this.#bury(event, attempt - 1, reason))) return 'released';
        known.set(identity, true);
        await ack().catch(() => {});
        return 'done';
      }
      const verdict = await this.#attempt(arrival, attempt, acknowledge);
      if (verdict === 'released') return verdict;
      if (verdict.acknowledged) return 'done';
      reason = verdict.reason;
      if (attempt >= options.maxDeliveries) continue;
      const wait = verdict.delayMs ?? retryDelay(attempt, options.retryDelayMs);
      await delay(wait, undefined, { signal: this.#stopping.signal }).catch(() => {});
      if (this.#stopping.signal.aborted) return 'released';
    }
  }

  async #attempt(
    { event, begin }: Arrival,
    attempt: number,
    acknowledge: () => Promise<void>,
  ): Promise<Verdict | 'released'> {
    const { handler, options, counters } = this.#options;
    await this.#slots.take();
    if (begin !== undefined && !(await begin(attempt))) {
      this.#slots.give();
      return 'released';
    }
    const { promise, resolve } = Promise.withResolvers<Verdict>();
    let settled = false;
    /** The first word counts: what a handler says after its time is over is too late. */
    const settle = (verdict: Verdict): boolean => {
      if (settled) return false;
      settled = true;
      resolve(verdict);
      return true;
    };
    const refuse = (reason: string, delayMs?: number) =>
      void settle({ acknowledged: false, reason, delayMs });
    const timer = setTimeout(() => refuse('no acknowledgement in time'), options.ackWaitMs);
    counters.delivered += 1;
    if (attempt > 1) counters.redelivered += 1;
    void this.#running.track(async () => {
      counters.inFlight += 1;
      try {
        await handler({
          event,
          attempt,
          ack: async () => {
            if (settle({ acknowledged: true })) await acknowledge();
          },
          retry: async (delayMs) => refuse('refused', delayMs),
        });
      } catch (error) {
        refuse(error instanceof Error ? error.message : String(error));
      } finally {
        counters.inFlight -= 1;
      }
    });
    const verdict = await promise;
    clearTimeout(timer);
    this.#slots.give();
    return verdict;
  }

  /** A dead letter is stored before the event is let go; false when we stop before it is. */
  async #bury(event: CloudEvent, deliveries: number, reason: string): Promise<boolean> {
    for (;;) {
      try {
        await this.#options.bury(event, deliveries, reason);
        return true;
      } catch {
        const { signal } = this.#stopping;
        if (signal.aborted) return false;
        await delay(BURY_AGAIN_MS, undefined, { signal }).catch(() => {});
      }
    }
  }
}
