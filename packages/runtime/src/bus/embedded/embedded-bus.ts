import { DeadlineSweep } from '../../middleware/deadline-sweep.ts';
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
import {
  BackPressureError,
  BusClosedError,
  fromWireError,
  NoResponderError,
  toWireError,
} from '../bus-errors.ts';
import { type CloudEvent, decodeEvent, encodeEvent } from '../cloud-event.ts';
import { InFlight } from '../in-flight.ts';
import { assertSubject, subjectMatcher } from '../subject.ts';
import { DurableTopics } from './durable-topics.ts';
import { Inbox } from '../inbox.ts';
import type { Durability } from './store.ts';

/** How the embedded bus stores; everything has a default. */
export interface EmbeddedBusOptions {
  /** SQLite file of the durable path, owned by this process; without one it lives as long as the process. */
  readonly file?: string;
  readonly durability?: Durability;
  /** Events stored at a time, over all topics; more are refused. */
  readonly maxStored?: number;
  /** Requests that run at a time for each responder; more are refused. */
  readonly maxRequests?: number;
  /** How long the durable path knows a repetition. */
  readonly dedupeMs?: number;
}

interface Answering {
  readonly subject: string;
  readonly queue: string;
  readonly handler: Responder;
  readonly running: InFlight;
}

/** The default bus: in this process, no server. Events are encoded on their way as over a network. */
export class EmbeddedBus implements Bus {
  readonly #counters = newCounters();
  readonly #sweep = new DeadlineSweep();
  readonly #durable: DurableTopics;
  readonly #maxRequests: number;
  #responders: Answering[] = [];
  #inboxes: Inbox[] = [];
  #closed = false;

  constructor({
    file = ':memory:',
    durability = 'power',
    maxStored = 1_000_000,
    maxRequests = 256,
    dedupeMs = 120_000,
  }: EmbeddedBusOptions = {}) {
    this.#maxRequests = maxRequests;
    this.#durable = new DurableTopics({ file, durability, maxStored, dedupeMs }, this.#counters);
  }

  async request(
    subject: string,
    event: CloudEvent,
    { timeoutMs = 5000 }: RequestOptions = {},
  ): Promise<unknown> {
    this.#assertOpen();
    assertSubject(subject);
    const text = encodeEvent(event);
    const responder = anyOf(this.#responders.filter((each) => each.subject === subject));
    if (responder === undefined) throw new NoResponderError(subject);
    if (responder.running.count >= this.#maxRequests) {
      throw new BackPressureError(`Requests at "${subject}"`, this.#maxRequests);
    }
    const answer = responder.running.track(() => this.#answer(responder, text));
    const target = { serviceId: subject, abort: () => {} };
    const at = performance.now() + timeoutMs;
    const reply = JSON.parse((await this.#sweep.race(answer, target, at, timeoutMs)) as string) as {
      readonly data?: unknown;
      readonly error?: Parameters<typeof fromWireError>[0];
    };
    if (reply.error !== undefined) throw fromWireError(reply.error);
    return reply.data;
  }

  async respond(subject: string, queue: string, handler: Responder): Promise<Subscription> {
    this.#assertOpen();
    assertSubject(subject);
    const responder = { subject, queue, handler, running: new InFlight() };
    this.#responders.push(responder);
    return {
      stop: async () => {
        this.#responders = this.#responders.filter((each) => each !== responder);
        await responder.running.idle();
      },
    };
  }

  async publish(subject: string, event: CloudEvent): Promise<void> {
    this.#assertOpen();
    assertSubject(subject);
    const text = encodeEvent(event);
    this.#counters.published += 1;
    const matching = this.#inboxes.filter((each) => each.matches(subject));
    const queues = Map.groupBy(matching, ({ queue }) => queue);
    for (const [queue, inboxes] of queues) {
      if (queue === undefined) for (const inbox of inboxes) inbox.put(subject, text);
      else anyOf(inboxes)?.put(subject, text);
    }
  }

  async subscribe(
    pattern: string,
    handler: Subscriber,
    { queue, buffer = 1000 }: SubscribeOptions = {},
  ): Promise<Subscription> {
    this.#assertOpen();
    const inbox = new Inbox(subjectMatcher(pattern), handler, buffer, queue, this.#counters);
    this.#inboxes.push(inbox);
    return {
      stop: async () => {
        this.#inboxes = this.#inboxes.filter((each) => each !== inbox);
        await inbox.stop();
      },
    };
  }

  async send(topic: string, event: CloudEvent): Promise<void> {
    this.#assertOpen();
    assertSubject(topic);
    await this.#durable.send(topic, event, encodeEvent(event));
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
    return this.#durable.consume(topic, group, handler, options);
  }

  stats(): BusStats {
    return { ...this.#counters };
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([
      ...this.#responders.map(({ running }) => running.idle()),
      ...this.#inboxes.map((inbox) => inbox.stop()),
      this.#durable.close(),
    ]);
  }

  async #answer({ handler }: Answering, text: string): Promise<string> {
    this.#counters.inFlight += 1;
    try {
      return JSON.stringify({ data: await handler(decodeEvent(text)) });
    } catch (error) {
      return JSON.stringify({ error: toWireError(error) });
    } finally {
      this.#counters.inFlight -= 1;
    }
  }

  #assertOpen(): void {
    if (this.#closed) throw new BusClosedError();
  }
}

/** By chance, as brokers do: turns that are counted fall into step with what they share. */
const anyOf = <Item>(items: readonly Item[]): Item | undefined =>
  items[Math.floor(Math.random() * items.length)];
