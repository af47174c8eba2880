/** A place where an instance waits, or the activity around it. Never changed, only replaced. */
export interface Token {
  readonly id: number;
  readonly node: number;
  readonly scope: number;
  readonly wait: Wait;
  /** Subscriptions that end with the token. */
  readonly subscriptions: readonly number[];
  /** A token that waits for this one: it undoes an activity. */
  readonly undoes?: number;
}

export type Wait =
  /** For a worker, a person, or an answer. */
  | { readonly kind: 'job' }
  /** For what its subscriptions wait for. */
  | { readonly kind: 'event' }
  /** For the scope inside. */
  | { readonly kind: 'inner' }
  /** For the iterations inside. `items` are those of a list; `total` is -1 for a loop. */
  | {
      readonly kind: 'repeat';
      readonly total: number;
      readonly started: number;
      readonly finished: number;
      readonly items?: readonly unknown[];
      readonly results: readonly unknown[];
    }
  /** For the orchestrator: one of these nodes or flows is proposed. */
  | { readonly kind: 'proposal'; readonly refused: number }
  /** For what is undone, one after the other. */
  | { readonly kind: 'undoing'; readonly rest: readonly Completed[]; readonly cancels: boolean }
  /** For somebody who looks at the problem. */
  | { readonly kind: 'held'; readonly problem: string; readonly resume: Resume };

/** How it goes on after a problem: the node is entered again or left again, or its job is given out again. */
export type Resume = 'enter' | 'leave' | 'perform';

/** What can be undone: an activity that completed, and what completed inside of it. */
export interface Completed {
  readonly node: number;
  readonly inside: readonly Completed[];
}

/** A running process, sub-process, called process or iteration. */
export interface ScopeState {
  readonly id: number;
  readonly plan: number;
  /** The token of the activity that it is inside of; undefined for the process. */
  readonly parent: number | undefined;
  /** An iteration, which is once the same activity. */
  readonly iteration: number | undefined;
  /** What flows, waits or has arrived in it: at 0 it is complete. */
  active: number;
  /** Tokens that wait at a join, by flow. */
  readonly arrived: Map<number, number>;
  /** Data of its own; other names are the outer scope's, unless it owns all. */
  data: Map<string, unknown> | undefined;
  readonly owns: boolean;
  completed: readonly Completed[];
  /** Subscriptions of its event sub-processes. */
  subscriptions: readonly number[];
  /** Activities of an ad hoc sub-process that were begun. */
  begun: readonly number[];
}

export interface Subscription {
  readonly id: number;
  readonly kind: 'message' | 'timer' | 'signal' | 'condition';
  /** The event that happens. */
  readonly node: number;
  /** The token whose event it is; undefined for event sub-processes. */
  readonly token: number | undefined;
  readonly scope: number;
  /** Of a message or a signal. */
  readonly name: string;
  readonly key: string | undefined;
  /** Of a timer: milliseconds since 1970, when again, and how often still; -1 for ever. */
  readonly due: number;
  readonly period: string;
  readonly left: number;
  readonly from: number;
  readonly times: number;
  /** Of a condition: whether it held when it was asked last. */
  readonly held: boolean;
}

export type Status = 'running' | 'completed' | 'failed';

/** All of an instance. Belongs to whoever advances it; `copyState` makes one's own. */
export interface InstanceState {
  readonly id: string;
  readonly process: string;
  version: number;
  status: Status;
  /** The next id of a token, scope or subscription. */
  next: number;
  /** When the last event happened: milliseconds since 1970. */
  now: number;
  readonly tokens: Map<number, Token>;
  readonly scopes: Map<number, ScopeState>;
  readonly subscriptions: Map<number, Subscription>;
  /** States of the temporal guards. */
  guards: number[];
  /** The data at the end. */
  result: Readonly<Record<string, unknown>> | undefined;
  /** Why it failed. */
  problem: string | undefined;
}

/** A state that shares nothing that changes. */
export function copyState(state: InstanceState): InstanceState {
  const scopes = [...state.scopes].map(([id, scope]): [number, ScopeState] => [
    id,
    { ...scope, arrived: new Map(scope.arrived), data: scope.data && new Map(scope.data) },
  ]);
  return {
    ...state,
    tokens: new Map(state.tokens),
    scopes: new Map(scopes),
    subscriptions: new Map(state.subscriptions),
    guards: [...state.guards],
  };
}

export function newState(
  id: string,
  process: string,
  version: number,
  guards: number,
): InstanceState {
  return {
    id,
    process,
    version,
    status: 'running',
    next: 1,
    now: 0,
    tokens: new Map(),
    scopes: new Map(),
    subscriptions: new Map(),
    guards: Array.from({ length: guards }, () => 0),
    result: undefined,
    problem: undefined,
  };
}
