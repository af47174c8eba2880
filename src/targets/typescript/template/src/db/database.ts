import type { CompiledQuery, Kysely, QueryResult, Transaction } from 'kysely';
import type { RecordTables, ServiceTables } from './tables.ts';

/** Where a query runs: in the open, or inside a transaction. */
export interface Executor {
  executeQuery<R>(query: CompiledQuery<R>): Promise<QueryResult<R>>;
}

export type Tx = Transaction<ServiceTables>;

/** What a violated constraint was about. */
export interface Violation {
  readonly kind: 'unique' | 'foreign-key';
  /** Name of the index, or its columns where the database tells those. */
  readonly constraint?: string;
  readonly columns?: readonly string[];
}

/** One of the two databases. */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  readonly db: Kysely<ServiceTables>;
  readonly records: Kysely<RecordTables>;
  /** Runs prepared statements outside of transactions. */
  readonly reader: Executor;
  /**
   * Runs `work` in a transaction that writes, again if the database asks for that. Inside, every query
   * must go through the transaction: on SQLite it holds the only connection.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs migrations in a transaction and under a lock; `work` tells whether it changed anything. */
  migrate(work: (connection: MigrationConnection) => Promise<boolean>): Promise<void>;
  /**
   * Runs `work` unless another process is doing it: gives undefined then. It is no transaction, which
   * would keep readers of events waiting. SQLite has one process.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T | undefined>;
  /** Lets foreign keys be broken until the end of the transaction: for records that refer to each other. */
  deferForeignKeys(tx: Executor): Promise<void>;
  /** Waits until no other transaction that took the same turn is under way, and keeps later ones waiting. */
  takeTurns(tx: Executor, what: string): Promise<void>;
  /** The constraint that an error speaks of, or undefined if it is another error. */
  violation(error: unknown): Violation | undefined;
  /** True if the error says that the database can't be reached or is too busy. */
  unavailable(error: unknown): boolean;
  close(): Promise<void>;
}

export interface MigrationConnection {
  script(sql: string): Promise<void>;
  query(sql: string): Promise<readonly Record<string, unknown>[]>;
}

/** Property of an unknown error, if it has it. */
export function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
