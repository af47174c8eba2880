import type { Entity } from '#blueprint';
import type { JsonRecord, StatePath } from '#rules';

/** What the tests of an entity need to know about it, worked out once. */
export interface Sample {
  readonly entity: Entity;
  /** `OrderLine`: the name of its schema in the contract, and a part of function names. */
  readonly type: string;
  /** `order line` and `order lines`, in titles of tests. */
  readonly one: string;
  readonly many: string;
  /** `/api/order-lines` */
  readonly path: string;
  /** A record that can be created; references are symbols (see `symbolOf`). */
  readonly record: JsonRecord;
  /** Properties that must differ from record to record, and the code that makes them differ. */
  readonly unique: readonly UniqueProperty[];
  /** True if a rule of what it refers to asks for it: the only one can't be deleted. */
  readonly held: boolean;
  /** How many of them a tenant has room for: a unique property may have few values, a rule may count all. */
  readonly room: number;
  /** The ways to its states, by state; without a lifecycle there is one, the empty text. */
  readonly states: ReadonlyMap<string, StatePath>;
}

/**
 * How a property differs from record to record: by a number that counts up, or by one of a few values
 * after the other.
 */
export interface UniqueProperty {
  readonly name: string;
  readonly counted?: Counted;
  readonly values?: readonly unknown[];
}

/** The n-th value: `from + n`, or a text around n, or around `first + n` where all must be equally long. */
export type Counted =
  | { readonly from: number }
  | { readonly before: string; readonly after: string; readonly first?: number };
