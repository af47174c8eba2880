import type { DefaultValue } from '#blueprint';
import type { Column, ColumnType, Index, Table } from './schema.ts';

/** Where the values of a column come from; without `before` and `fill` there are none. */
export interface ColumnChange {
  readonly after: Column;
  /** The column that held them, maybe under another name or with another type that takes all its values. */
  readonly before?: Column;
  /** What records get that have no value. */
  readonly fill?: DefaultValue;
}

/** What becomes of one table: no `before` makes it, no `after` drops it with all that is in it. */
export interface TableChange {
  readonly before?: Table;
  readonly after?: Table;
  /** One for each column of `after`, in their order; empty for a new table. */
  readonly columns: readonly ColumnChange[];
}

/** A change of a table that was there and will be there. */
export type Alteration = TableChange & { readonly before: Table; readonly after: Table };

export function isAlteration(change: TableChange): change is Alteration {
  return change.before !== undefined && change.after !== undefined;
}

/** A question to the old tables whose answer yes refuses the migration before anything is changed. */
export type Guard = {
  readonly table: string;
  /** The column that it is about; of `any-record` and `duplicate` the (first) new one. */
  readonly column: string;
  /** For the people who run the service: what is wrong with which records, and what to do. */
  readonly message: string;
} & (
  | { readonly kind: 'any-record' | 'missing' }
  | { readonly kind: 'other-value'; readonly values: readonly string[] }
  | { readonly kind: 'too-large'; readonly from: ColumnType; readonly to: ColumnType }
  | { readonly kind: 'duplicate'; readonly index: Index }
  /** `to`: the table referred to, under its old name; undefined: there is none, so no value can be right. */
  | { readonly kind: 'dangling'; readonly to: string | undefined }
);

/**
 * The way from one schema to the next, in no database's words. A target writes it down in its own language:
 * `sql/` gives the statements for SQLite and PostgreSQL, which every target can embed.
 */
export interface Migration {
  /** 2 for the first after the tables were made. */
  readonly number: number;
  /** Asked in this order, all before the first change. */
  readonly guards: readonly Guard[];
  readonly tables: readonly TableChange[];
  /** True: the tables of accounts are made as well. */
  readonly accounts: boolean;
}
