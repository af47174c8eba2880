import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { CompiledQuery, Kysely, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, Driver, SqliteDatabase, SqliteStatement } from 'kysely';
import { property } from './database.ts';
import type { Database, Violation } from './database.ts';
import type { RecordTables, ServiceTables } from './tables.ts';

const MOST_STATEMENTS = 1000;
const BUSY = 5;
const LOCKED = 6;
const FOREIGN_KEY = 787;
const UNIQUE = new Set([1555, 2067]);

/** Opens a database file, or `:memory:`. One connection: SQLite has one writer, and Node one thread. */
export function openSqlite(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const connection = new DatabaseSync(file);
  connection.exec(`
    pragma journal_mode = wal;
    pragma synchronous = normal;
    pragma foreign_keys = on;
    pragma busy_timeout = 5000;
  `);
  const db = new Kysely<ServiceTables>({ dialect: new Dialect(connection) });
  return {
    dialect: 'sqlite',
    db,
    records: db.$extendTables<RecordTables>(),
    write: (work) => db.transaction().execute(work),
    async migrate(work) {
      connection.exec('begin immediate');
      try {
        await work({
          script: async (sql) => connection.exec(sql),
          query: async (sql) => connection.prepare(sql).all(),
        });
        connection.exec('commit');
      } catch (error) {
        connection.exec('rollback');
        throw error;
      }
    },
    violation,
    unavailable: (error) => [BUSY, LOCKED].includes(Number(property(error, 'errcode')) & 255),
    close: () => db.destroy(),
  };
}

class Dialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(connection: DatabaseSync) {
    const database = { prepare: cached(connection), close: () => connection.close() };
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

function adapt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
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
