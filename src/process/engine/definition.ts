import type { Guard } from '../model/guard.ts';
import type { NodeType } from '../model/node.ts';
import type { Automaton } from './automaton.ts';

/** Named data of an instance: JSON values. */
export type Data = Readonly<Record<string, unknown>>;

/** Values by name, as they are seen from one place of an instance. */
export type Lookup = (name: string) => unknown;

/** A compiled expression. `unknown` says why there is no value, where that is not in the data. */
export type Formula = (lookup: Lookup, now: number) => { value: unknown; unknown?: string };

/** What an event waits for, with its expressions compiled and its references resolved. */
export type Trigger =
  | { readonly kind: 'message'; readonly name: string; readonly key?: Formula }
  | { readonly kind: 'timer'; readonly form: 'at' | 'after' | 'every'; readonly when: Formula }
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'condition'; readonly holds: Formula }
  /** Without a code, every error or escalation is meant. */
  | { readonly kind: 'error' | 'escalation'; readonly code?: string }
  /** `activity` is a node: only what it did is undone. */
  | { readonly kind: 'compensation'; readonly activity?: number }
  | { readonly kind: 'link'; readonly to: number }
  | { readonly kind: 'terminate' | 'cancel' };

export type Repetition =
  | {
      readonly kind: 'loop';
      readonly while?: Formula;
      readonly before: boolean;
      readonly most: number;
    }
  | {
      readonly kind: 'each';
      readonly sequential: boolean;
      readonly count?: Formula;
      readonly of?: Formula;
      readonly item?: string;
      readonly collect?: string;
      readonly value?: Formula;
      readonly until?: Formula;
    };

/** A node with everything that it takes to execute it; others are known by their index. */
export interface Step {
  readonly index: number;
  readonly id: string;
  readonly type: NodeType;
  readonly name: string;
  /** The scope in which it stands. */
  readonly scope: number;
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
  readonly fallback?: number;
  readonly trigger?: Trigger;
  readonly interrupting: boolean;
  /** Boundary events on this activity. */
  readonly boundary: readonly number[];
  readonly attachedTo?: number;
  /** What undoes this activity. */
  readonly undoneBy?: number;
  readonly compensates: boolean;
  /** The scope inside of a sub-process or a called process. */
  readonly inner?: number;
  readonly repeat?: Repetition;
  readonly script?: Formula;
  readonly decide?: Formula;
  readonly result?: string;
  readonly chosen: boolean;
  readonly sequential: boolean;
  readonly until?: Formula;
}

export interface Way {
  readonly index: number;
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly when?: Formula;
}

/** A process, a sub-process or a called process: what its nodes have in common. */
export interface ScopePlan {
  readonly index: number;
  /** Nodes that are entered when it starts. */
  readonly starts: readonly number[];
  /** Start events of event sub-processes, with the node of the sub-process. */
  readonly reactions: readonly { readonly start: number; readonly node: number }[];
  /** A called process has data of its own. */
  readonly called: boolean;
  readonly nodes: readonly number[];
}

/** Something that can start an instance, apart from a plain start. */
export interface Opening {
  readonly node: number;
  readonly trigger: Trigger;
}

/** One version of a process, ready to be executed. Immutable: an instance keeps to it. */
export interface Definition {
  readonly process: string;
  readonly version: number;
  readonly name: string;
  readonly steps: readonly Step[];
  readonly ways: readonly Way[];
  /** The first is the process itself. */
  readonly scopes: readonly ScopePlan[];
  readonly openings: readonly Opening[];
  readonly guards: readonly CompiledGuard[];
  /** Guards by the node that they hold back or count. */
  readonly guardsOf: ReadonlyMap<number, readonly number[]>;
}

export interface CompiledGuard {
  readonly guard: Guard;
  /** The node that it may hold back, if it holds back one only. */
  readonly otherwise?: number;
  readonly automaton?: Automaton;
  readonly condition?: { readonly node: number; readonly holds: Formula };
}
