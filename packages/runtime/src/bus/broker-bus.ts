import { RecentMap } from '../middleware/recent-map.ts';
import type { AttemptsOptions } from './attempts.ts';
import {
  type Bus,
  type BusStats,
  type ConsumeOptions,
  type Consumer,
  consumeDefaults,
  deadLetterTopic,
  type RequestOptions,
  type Responder,
  type SubscribeOptions,
  type Subscriber,
  type Subscription,
} from './bus.ts';
import { type BusCounters, newCounters } from './bus-counters.ts';
import { BusClosedError, fromWireError, toWireError, type WireError } from './bus-errors.ts';
import { type CloudEvent, decodeEvent, encodeEvent } from './cloud-event.ts';
import { deadLetter } from './dead-letter.ts';
import { Inbox } from './inbox.ts';
import { assertSubject, subjectMatcher } from './subject.ts';

/** Ends something that was begun; resolves when it has ended. */
export type Stop = () => Promise<void>;

/** Acknowledged identities that are remembered for each group. */
const MOST_REMEMBERED = 100_000;

/**
 * What all buses over a broker have in common: texts for events, errors over the wire, counted losses, dead
 * letters, and an end that waits. How texts travel is the broker's part.
 */
export abstract class BrokerBus implements Bus {
  readonly #counters: BusCounters;
  readonly #subscriptions = new Set<Subscription>();
  readonly #known = new Map<string, RecentMap<true>>();
  #closed = false;

  protected constructor(counters: BusCounters = newCounters()) {
    this.#counters = counters;
  }

  /** Gives the text of the answer. @throws NoResponderError, TimeoutError */
  protected abstract ask(subject: string, text: string, timeoutMs: number): Promise<string>;
  /** Has requests answered; `reply` never rejects. */
  protected abstract answer(
    subject: string,
    queue: string,
    reply: (text: string) => Promise<string>,
  ): Promise<Stop>;
  protected abstract tell(subject: string, text: string): Promise<void>;
  protected abstract listen(
    pattern: string,
    queue: string | undefined,
    put: (subject: string, text: string) => void,
  ): Promise<Stop>;
  /** Stores; counts what was stored, and repetitions. */
  protected abstract store(topic: string, event: CloudEvent): Promise<void>;
  protected abstract join(topic: string, group: string, options: AttemptsOptions): Promise<Stop>;
  protected abstract disconnect(): Promise<void>;

  protected get counters(): BusCounters {
    return this.#counters;
  }

  async request(
    subject: string,
    event: CloudEvent,
    { timeoutMs = 5000 }: RequestOptions = {},
  ): Promise<unknown> {
    this.#assertOpen();
    assertSubject(subject);
    const answer = await this.ask(subject, encodeEvent(event), timeoutMs);
    const reply = JSON.parse(answer) as { readonly data?: unknown; readonly error?: WireError };
    if (reply.error !== undefined) throw fromWireError(reply.error);
    return reply.data;
  }

  async respond(subject: string, queue: string, handler: Responder): Promise<Subscription> {
    this.#assertOpen();
    assertSubject(subject);
    const counters = this.#counters;
    const reply = async (text: string): Promise<string> => {
      counters.inFlight += 1;
      try {
        return JSON.stringify({ data: await handler(decodeEvent(text)) });
      } catch (error) {
        return JSON.stringify({ error: toWireError(error) });
      } finally {
        counters.inFlight -= 1;
      }
    };
    return this.#keep(await this.answer(subject, queue, reply));
  }

  async publish(subject: string, event: CloudEvent): Promise<void> {
    this.#assertOpen();
    assertSubject(subject);
    await this.tell(subject, encodeEvent(event));
    this.#counters.published += 1;
  }

  async subscribe(
    pattern: string,
    handler: Subscriber,
    { queue, buffer = 1000 }: SubscribeOptions = {},
  ): Promise<Subscription> {
    this.#assertOpen();
    const inbox = new Inbox(subjectMatcher(pattern), handler, buffer, queue, this.#counters);
    const stop = await this.listen(pattern, queue, (subject, text) => inbox.put(subject, text));
    return this.#keep(async () => {
      await stop();
      await inbox.stop();
    });
  }

  async send(topic: string, event: CloudEvent): Promise<void> {
    this.#assertOpen();
    assertSubject(topic);
    await this.store(topic, event);
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
    const counters = this.#counters;
    const bury = async (event: CloudEvent, deliveries: number, reason: string) => {
      const letter = deadLetter(event, topic, group, deliveries, reason);
      await this.store(deadLetterTopic(topic, group), letter);
      counters.deadLettered += 1;
    };
    const known = this.#knownTo(`${topic} ${group}`);
    const all = { ...consumeDefaults, ...options };
    return this.#keep(
      await this.join(topic, group, { handler, options: all, counters, bury, known }),
    );
  }

  stats(): BusStats {
    return { ...this.#counters };
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    await this.disconnect();
  }

  /** What this process is done with, of all members of a group: a server that crashed may forget the latest. */
  #knownTo(group: string): RecentMap<true> {
    const known = this.#known.get(group) ?? new RecentMap<true>(MOST_REMEMBERED);
    this.#known.set(group, known);
    return known;
  }

  /** A subscription that a close stops too. */
  #keep(stop: Stop): Subscription {
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
