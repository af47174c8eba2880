import type { ProcessEvent } from '../engine/events.ts';
import type { Due } from '../engine/timers.ts';

/** An instance as the log knows it: which version of which process it keeps to. */
export interface StoredInstance {
  readonly id: string;
  readonly process: string;
  readonly version: number;
}

/** What is written to the log together, or not at all. */
export type LogEntry =
  | { readonly kind: 'instance'; readonly instance: StoredInstance }
  | { readonly kind: 'event'; readonly instance: string; readonly event: ProcessEvent }
  /** It needs not be looked at again when the host starts. */
  | { readonly kind: 'end'; readonly instance: string }
  | { readonly kind: 'post'; readonly number: number; readonly letter: Letter }
  | { readonly kind: 'delivered'; readonly number: number }
  /** It takes the place of what was known of the starts of the process. */
  | { readonly kind: 'starts'; readonly starts: StoredStarts };

/** What waits at the start of the last version of a process. */
export interface StoredStarts {
  readonly process: string;
  readonly version: number;
  readonly starts: readonly StoredStart[];
}

/** A start event that waits for a time or a condition. */
export interface StoredStart {
  readonly node: string;
  /** Of a timer; absent when it has gone off for the last time. */
  readonly due?: Due;
  /** Of a condition: whether it held when it was asked last. */
  readonly held?: boolean;
}

/** A message that nobody waited for when it was sent. */
export interface Letter {
  readonly name: string;
  readonly key?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An instance and all that happened to it, in its order. */
export type History = StoredInstance & { readonly events: readonly ProcessEvent[] };

/** What a host takes up when it starts. */
export interface StoreState {
  /** Instances that have not ended, in the order in which they were started, with their events. */
  running(): Iterable<History>;
  /** How many instances there have been. */
  count(): number;
  letters(): Iterable<readonly [number, Letter]>;
  /** What waits at the starts of processes. */
  starts(): Iterable<StoredStarts>;
}

/** Where the events of instances are kept. */
export interface EventStore extends StoreState {
  /** Returns when all of it is safe. @throws when none of it is */
  append(entries: readonly LogEntry[]): void;
  /** All events of an instance, in their order; undefined if there is none. */
  history(id: string): History | undefined;
}

/** The same, of which one has to wait for the answers. */
export interface RemoteEventStore extends StoreState {
  append(entries: readonly LogEntry[]): Promise<void>;
  history(id: string): Promise<History | undefined>;
}
