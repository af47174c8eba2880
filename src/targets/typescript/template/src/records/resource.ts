import type { Caller } from '../caller.ts';
import type { Fields } from '../fields/index.ts';
import type { Reader } from './read.ts';

/** What can be done to a resource; `read` is both its list and one record. */
export type Operation = 'read' | 'create' | 'update' | 'delete';

/** Roles that may do an operation, with all records or with their own only. The owner may do everything. */
export type Grants = Readonly<Record<string, 'all' | 'own'>>;

/** A record by JSON name, secrets included. */
export interface StoredRecord {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly [name: string]: unknown;
}

/** What a rule sees. `previous` is the record before the write; on create there is none. */
export interface Check<R = StoredRecord> {
  readonly record: R;
  readonly previous: R | undefined;
  readonly caller: Caller;
  readonly now: Date;
  /** Other records, for rules over several. */
  readonly read: Reader;
}

/** True, false, or undefined for unknown: a comparison with a missing value. */
export type Truth = boolean | undefined;

/** A statement that must hold for a record whenever it is written. Unknown is not a violation. */
export interface Rule<R = StoredRecord> {
  readonly id: string;
  readonly on: readonly ('create' | 'update' | 'delete')[];
  /** The property to blame; absent: the record as a whole. */
  readonly property?: string;
  /** What the caller is told. */
  readonly message: string;
  /** There for a rule that reads other records: it is checked once the write is done. */
  readonly several?: Several;
  holds(check: Check<R>): Truth | Promise<Truth>;
}

/** How a rule over several records can break. */
export interface Several {
  /** Records that count for it, and the property by which they refer to its record: their writes can break it. */
  readonly members?: readonly { readonly resource: string; readonly by: string }[];
  /** It counts other records of its own kind: their writers take turns. */
  readonly turns?: boolean;
  /**
   * It can ask for members, which a new record cannot have: it is not checked on create, and a write that
   * leaves it broken as it was is fine.
   */
  readonly lenient?: boolean;
}

/** An allowed step between states. */
export interface Transition<R = StoredRecord> {
  readonly id: string;
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
  /** Roles that may take it; absent: all that may update. */
  readonly roles?: readonly string[];
  readonly message?: string;
  guard?(check: Check<R>): Truth | Promise<Truth>;
}

/** The states of a resource and the steps between them: every other step is refused. */
export interface Lifecycle<R = StoredRecord> {
  readonly property: string;
  readonly initial: string;
  readonly transitions: readonly Transition<R>[];
}

/** Types of the events of a resource, where they are not the usual ones. */
export interface EventTypes {
  readonly created?: readonly string[];
  readonly updated?: readonly string[];
  readonly deleted?: readonly string[];
  readonly transitions?: Readonly<Record<string, readonly string[]>>;
}

/** A kind of record that the service keeps, and everything that is particular about it. */
export interface Resource {
  /** Singular, such as `order-line`. */
  readonly name: string;
  /** Its path: `/api/order-lines`. */
  readonly plural: string;
  readonly table: string;
  readonly fields: Fields;
  /** Combinations of properties that are unique within a tenant, by the name of their index. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  readonly rules?: readonly Rule[];
  readonly lifecycle?: Lifecycle;
  /** Operations that are not open to every member of the tenant. */
  readonly access?: Readonly<Partial<Record<Operation, Grants>>>;
  readonly events?: EventTypes;
  /** True if its records are the accounts: they come and go with them. */
  readonly account?: boolean;
}
