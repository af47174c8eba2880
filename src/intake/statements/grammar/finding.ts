import type { Expression, Operation } from '#blueprint';
import type { Change } from './claimed.ts';

/** What one sentence says, before it is joined with the others. Entities and fields are ids and names. */
export type Finding =
  | {
      readonly kind: 'constraint';
      readonly entity: string;
      readonly field: string;
      readonly change: Change;
    }
  | {
      readonly kind: 'rule';
      readonly entity: string;
      readonly on: readonly Occasion[];
      readonly expression: Expression;
      readonly fields: readonly string[];
    }
  | { readonly kind: 'key'; readonly entity: string; readonly fields: readonly string[] }
  /** What happens to records of `entity` whose reference `field` points to a deleted one. */
  | {
      readonly kind: 'on-delete';
      readonly entity: string;
      readonly field: string;
      readonly action: 'restrict' | 'cascade' | 'clear';
    }
  /** A step of a lifecycle, or what is demanded of one that is stated elsewhere. */
  | {
      readonly kind: 'transition';
      readonly entity: string;
      readonly verb?: string;
      readonly from?: readonly string[];
      readonly excludes?: readonly string[];
      readonly before?: string;
      readonly to?: string;
      readonly roles?: readonly string[];
      readonly guard?: Expression;
      readonly fields?: readonly string[];
    }
  /** No step leads out of these states. */
  | { readonly kind: 'final'; readonly entity: string; readonly values: readonly string[] }
  | { readonly kind: 'initial'; readonly entity: string; readonly value: string }
  | {
      readonly kind: 'permission';
      readonly role: string;
      readonly entity: string;
      readonly operations: readonly Operation[];
      readonly own: boolean;
      readonly how: 'only' | 'may' | 'may-not';
    };

export type Occasion = 'create' | 'update' | 'delete';
