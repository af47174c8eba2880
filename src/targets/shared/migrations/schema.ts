import type { DefaultValue } from '#blueprint';

/** What a column holds, in no database's words; a target's `Storage` says how each database keeps it. */
export type ColumnType =
  | {
      readonly kind:
        | 'text'
        | 'integer'
        | 'number'
        | 'boolean'
        | 'date'
        | 'datetime'
        | 'uuid'
        | 'json';
    }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number };

/** A column of a table. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
  /** The only values there may be, where the field is a choice. */
  readonly values?: readonly string[];
  /** What records get that were there before the column was. */
  readonly default?: DefaultValue;
  /** Its name in the version before, where the requirements say that a field was renamed. */
  readonly formerly?: string;
  /** Its name while a field of the requirements had it; it keeps old values that nothing reads any more. */
  readonly retired?: string;
}

/** `(_tenant, column)` refers to `(_tenant, id)` of a table: never to a record of another tenant. */
export interface ForeignKey {
  readonly name: string;
  readonly column: string;
  readonly table: string;
}

/** One part of an index: a column, one without case, or its text. */
export interface IndexPart {
  readonly column: string;
  readonly as?: 'lower' | 'text';
}

/** An index of a table. */
export interface Index {
  readonly name: string;
  readonly unique: boolean;
  readonly parts: readonly IndexPart[];
}

/** A table of an entity, or of the pairs of a reference to many. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly indexes: readonly Index[];
  /** Its name in the version before, where the requirements say that a field was renamed. */
  readonly formerly?: string;
  /** Its name while an entity of the requirements had it; it keeps old records that nothing reads any more. */
  readonly retired?: string;
}

/**
 * The tables of a service, whatever the database and the language: what a migration leads from and to. The
 * tables that a service needs for itself (outbox, accounts) are the target's own and not described here.
 */
export interface Schema {
  /** Who may call the service: who owns the records that are made depends on it. */
  readonly access: 'accounts' | 'public';
  /** Whether the tables of accounts are there; they stay when the service becomes public. */
  readonly hasAccounts: boolean;
  readonly tables: readonly Table[];
}
