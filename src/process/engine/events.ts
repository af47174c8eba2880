import type { Data } from './definition.ts';

/**
 * What happens to an instance: all that its state depends on, with its time (`at`, milliseconds since 1970).
 * The log of an instance is a list of these.
 */
export type ProcessEvent = { readonly at: number } & (
  | {
      readonly kind: 'start';
      readonly data: Data;
      /** The start event, where it is not a plain one. */
      readonly node?: string;
    }
  | { readonly kind: 'complete'; readonly job: number; readonly data?: Data }
  /** With an error code it goes to the boundary event that catches it; else the job is held. */
  | {
      readonly kind: 'fail';
      readonly job: number;
      readonly problem: string;
      readonly error?: string;
      readonly data?: Data;
    }
  | { readonly kind: 'escalate'; readonly job: number; readonly code: string }
  | { readonly kind: 'retry'; readonly job: number }
  | { readonly kind: 'timer'; readonly subscription: number }
  | {
      readonly kind: 'message';
      readonly name: string;
      readonly key?: string;
      readonly data?: Data;
    }
  | { readonly kind: 'signal'; readonly name: string; readonly data?: Data }
  | { readonly kind: 'propose'; readonly job: number; readonly choice: unknown }
  | {
      readonly kind: 'migrate';
      readonly version: number;
      readonly nodes: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'cancel'; readonly reason: string }
);

/** What the instance wants to have done. Carried out after its event is on disk. */
export type Command =
  | {
      readonly kind: 'perform';
      readonly job: number;
      readonly node: string;
      readonly type: string;
      readonly name: string;
      /** All data that the activity sees. */
      readonly data: Data;
    }
  /** The job is no longer wanted. */
  | { readonly kind: 'withdraw'; readonly job: number }
  | {
      readonly kind: 'propose';
      readonly job: number;
      readonly node: string;
      /** What may be chosen now, by id; the rules have been asked. */
      readonly options: readonly string[];
      readonly data: Data;
    }
  | { readonly kind: 'await'; readonly subscription: number; readonly due: number }
  | {
      readonly kind: 'listen';
      readonly subscription: number;
      readonly what: 'message' | 'signal';
      readonly name: string;
      readonly key?: string;
    }
  | { readonly kind: 'forget'; readonly subscription: number }
  | { readonly kind: 'send'; readonly name: string; readonly key?: string; readonly data: Data }
  | { readonly kind: 'signal'; readonly name: string; readonly data: Data }
  | { readonly kind: 'hold'; readonly job: number; readonly node: string; readonly problem: string }
  | {
      readonly kind: 'end';
      readonly status: 'completed' | 'failed';
      readonly data: Data;
      readonly problem?: string;
    };

/** One line of what an instance did, in its order. */
export interface TraceLine {
  readonly what:
    | 'enter'
    | 'complete'
    | 'cancel'
    | 'take'
    | 'throw'
    | 'catch'
    | 'block'
    | 'redirect'
    | 'hold'
    | 'end';
  /** Id of the node or the flow. */
  readonly id: string;
  readonly about?: string;
}
