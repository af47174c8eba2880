import type { CloudEvent } from './cloud-event.ts';

/**
 * What carries events and requests between components, whatever is behind it; a component can't tell. One
 * conformance suite holds every bus to what is written here.
 *
 * - `request`/`respond`: an answer or an error, within a time limit.
 * - `publish`/`subscribe`: at most once, in order per subscription, to whoever is there. What a slow
 *   subscriber has no room for is lost, and counted.
 * - `send`/`consume`: at least once, stored before `send` resolves, redelivered until acknowledged, moved to a
 *   dead letter topic when that never comes. In order for each key, one at a time.
 *
 * Events are copied on their way: nobody sees what another does to his.
 */
export interface Bus {
  /** Gives the data of the answer. @throws NoResponderError, TimeoutError, RemoteError with the code of the other side */
  request(subject: string, event: CloudEvent, options?: RequestOptions): Promise<unknown>;
  /** Answers requests; those who give the same queue share them. */
  respond(subject: string, queue: string, handler: Responder): Promise<Subscription>;
  /** Resolves when the event is on its way. */
  publish(subject: string, event: CloudEvent): Promise<void>;
  /** Subjects that match the pattern; with a queue, each event goes to one of those who give it. */
  subscribe(
    pattern: string,
    handler: Subscriber,
    options?: SubscribeOptions,
  ): Promise<Subscription>;
  /** Resolves when the event is stored; a second one with the same source and id is not. @throws BackPressureError */
  send(topic: string, event: CloudEvent): Promise<void>;
  /** Handles what is sent to a topic, once per group; several in a group share the work. */
  consume(
    topic: string,
    group: string,
    handler: Consumer,
    options?: ConsumeOptions,
  ): Promise<Subscription>;
  stats(): BusStats;
  /** Takes nothing new, waits for handlers that run (within limits), then lets go. */
  close(): Promise<void>;
}

export interface RequestOptions {
  readonly timeoutMs?: number;
}

/** Gives the data of the answer, or throws a RuntimeError, which reaches the caller. */
export type Responder = (event: CloudEvent) => unknown;

export type Subscriber = (event: CloudEvent, subject: string) => void | Promise<void>;

export interface SubscribeOptions {
  readonly queue?: string;
  /** Events that wait for a slow handler; more are lost. */
  readonly buffer?: number;
}

/** Must acknowledge. Whoever throws, or says nothing within `ackWaitMs`, gets the event again. */
export type Consumer = (delivery: Delivery) => void | Promise<void>;

/** One attempt to have an event handled. */
export interface Delivery {
  readonly event: CloudEvent;
  /** 1 at first. Kept over crashes: an event that kills its consumer ends as a dead letter too. */
  readonly attempt: number;
  /** Done; resolves when that is stored. */
  readonly ack: () => Promise<void>;
  /** Not done: again after a while, or to the dead letters when it was the last attempt. */
  readonly retry: (delayMs?: number) => Promise<void>;
}

export interface ConsumeOptions {
  /** Deliveries without acknowledgement at a time. */
  readonly maxInFlight?: number;
  readonly ackWaitMs?: number;
  /** After so many deliveries an event goes to `deadLetterTopic(topic, group)`. */
  readonly maxDeliveries?: number;
  /** Before the second delivery; doubles with each, up to a minute. */
  readonly retryDelayMs?: number;
}

export interface Subscription {
  /** Nothing new; resolves when what runs has ended. */
  stop(): Promise<void>;
}

/** What a bus has done since it was opened. */
export interface BusStats {
  readonly published: number;
  readonly delivered: number;
  /** Published events that a subscriber had no room for. */
  readonly lost: number;
  /** Handlers of published events that threw. */
  readonly handlerErrors: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly acknowledged: number;
  readonly redelivered: number;
  readonly deadLettered: number;
  /** Handlers that run now. */
  readonly inFlight: number;
}

/** Where events go that a group could not handle; with the attributes `deadtopic`, `deadgroup`, `deadreason` and `deaddeliveries`. */
export const deadLetterTopic = (topic: string, group: string): string => `dead.${topic}.${group}`;

/** Defaults of `consume`, the same on every bus. */
export const consumeDefaults: Required<ConsumeOptions> = {
  maxInFlight: 16,
  ackWaitMs: 30_000,
  maxDeliveries: 5,
  retryDelayMs: 100,
};

/** How long to wait before the delivery after this one. */
export const retryDelay = (attempt: number, baseMs: number): number =>
  Math.min(60_000, baseMs * 2 ** (attempt - 1));
