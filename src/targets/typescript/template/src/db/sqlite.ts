import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { CompiledQuery, Kysely, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, Driver, SqliteDatabase, SqliteStatement } from 'kysely';
import { property } from './database.ts';
import type { Database, Executor, Violation } from './database.ts';
import { groupedWrites } from './grouped-writes.ts';
import type { RecordTables, ServiceTables } from './tables.ts';

const MOST_STATEMENTS = 1000;
const BUSY = 5;
const LOCKED = 6;
const FOREIGN_KEY = 787;
const UNIQUE = new Set([1555, 2067]);

/**
 * Opens a database file, or `:memory:`. One connection: SQLite has one writer, and Node one thread. What
 * was committed survives the end of the process; writing it to the disk for good waits for a checkpoint,
 * which a log of 16 MB makes four times rarer than SQLite would by itself.
 */
export function openSqlite(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const connection = new DatabaseSync(file);
  connection.exec(`
    pragma journal_mode = wal;
    pragma synchronous = normal;
    pragma foreign_keys = on;
    pragma busy_timeout = 5000;
    pragma wal_autocheckpoint = 4000;
  `);
  const prepare = cached(connection);
  const db = new Kysely<ServiceTables>({ dialect: new Dialect(connection, prepare) });
  // Prepared statements take the short way to the connection; no transaction of another request may be open.
  const direct: Executor = {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery<R>) => {
      const statement = prepare(sql);
      if (statement.reader) return { rows: statement.all(parameters) as R[] };
      statement.run(parameters);
      return { rows: [] };
    },
  };
  let writers = 0;
  return {
    dialect: 'sqlite',
    db,
    records: db.$extendTables<RecordTables>(),
    reader: { executeQuery: (query) => (writers === 0 ? direct : db).executeQuery(query) },
    write: groupedWrites({
      async transaction(work) {
        writers += 1;
        try {
          return await db.transaction().execute((tx) => work(Object.assign(tx, direct)));
        } finally {
          writers -= 1;
        }
      },
      exec: (sql) => connection.exec(sql),
      isViolation: (error) => violation(error) !== undefined,
    }),
    async migrate(work) {
      // A table that is made anew is dropped in between: what refers to it must not mind, but must fit in the end.
      connection.exec('pragma foreign_keys = off; begin immediate');
      try {
        const changed = await work({
          script: async (sql) => connection.exec(sql),
          query: async (sql) => connection.prepare(sql).all(),
        });
        const [broken] = changed ? connection.prepare('pragma foreign_key_check').all() : [];
        if (broken) throw new Error(`A record of ${String(broken['table'])} refers to none.`);
        connection.exec('commit');
      } catch (error) {
        connection.exec('rollback');
        throw error;
      } finally {
        connection.exec('pragma foreign_keys = on');
      }
    },
    exclusively: (work) => work(),
    async deferForeignKeys(tx) {
      await tx.executeQuery(CompiledQuery.raw('pragma defer_foreign_keys = on'));
    },
    // There is one writer at a time.
    takeTurns: async () => {},
    violation,
    unavailable: (error) => [BUSY, LOCKED].includes(Number(property(error, 'errcode')) & 255),
    close: () => db.destroy(),
  };
}

class Dialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(connection: DatabaseSync, prepare: SqliteDatabase['prepare']) {
    const database = { prepare, close: () => connection.close() };
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }
}

/** A transaction that takes the write lock only later may find that it has read old data. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Statements are prepared once; the oldest give way. */
function cached(connection: DatabaseSync): (sql: string) => SqliteStatement {
  const statements = new Map<string, SqliteStatement>();
  return (sql) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = adapt(connection.prepare(sql));
      const [oldest] = statements.keys();
      if (statements.size >= MOST_STATEMENTS && oldest !== undefined) statements.delete(oldest);
      statements.set(sql, statement);
    }
    return statement;
  };
}

/** Rows come as arrays, which SQLite makes in half the time, and become objects of one shape here. */
function adapt(statement: StatementSync): SqliteStatement {
  const names = statement.columns().map(({ name }) => name);
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  statement.setReturnArrays(true);
  return {
    reader: names.length > 0,
    all: (parameters) =>
      statement
        .all(...values(parameters))
        .map((row) => toObject(names, row as unknown as unknown[])),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: () => {
      throw new Error('Queries are not streamed.');
    },
  };
}

function toObject(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < names.length; index += 1) row[names[index] ?? ''] = values[index];
  return row;
}

/** SQLite names the columns of a unique index, or an index over expressions by its name. */
function violation(error: unknown): Violation | undefined {
  const code = Number(property(error, 'errcode'));
  if (code === FOREIGN_KEY) return { kind: 'foreign-key' };
  if (!UNIQUE.has(code)) return undefined;
  const what = String(property(error, 'message')).replace(/^UNIQUE constraint failed: /, '');
  const index = /^index '(.+)'$/.exec(what)?.[1];
  if (index !== undefined) return { kind: 'unique', constraint: index };
  const columns = what.split(', ').map((column) => column.slice(column.indexOf('.') + 1));
  return { kind: 'unique', columns };
}
