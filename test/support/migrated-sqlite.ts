import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import type { Migration } from '../../src/targets/shared/migrations/migration.ts';
import type { Schema } from '../../src/targets/shared/migrations/schema.ts';
import { createIndex, createTable } from '../../src/targets/shared/migrations/sql/create-table.ts';
import { sqliteStatements } from '../../src/targets/shared/migrations/sql/sqlite.ts';
import type { Storage } from '../../src/targets/shared/migrations/sql/storage.ts';

/** A new database in memory that holds the tables of a schema. */
export function sqliteWith({ tables }: Schema, storage: Storage): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec('pragma foreign_keys = on');
  for (const table of tables) {
    database.exec(createTable(table, storage, 'sqlite'));
    for (const index of table.indexes) database.exec(createIndex(table.name, index));
  }
  return database;
}

/** Migrates as services do: in a transaction, without foreign keys, which must hold again in the end. */
export function migrateSqlite(
  database: DatabaseSync,
  migration: Migration,
  storage: Storage,
): string | undefined {
  database.exec('pragma foreign_keys = off; begin immediate');
  try {
    for (const statement of sqliteStatements(migration, storage)) database.exec(statement);
    assert.deepEqual(database.prepare('pragma foreign_key_check').all(), []);
    database.exec('commit');
    return undefined;
  } catch (error) {
    database.exec('rollback');
    return error instanceof Error ? error.message : String(error);
  } finally {
    database.exec('pragma foreign_keys = on');
  }
}

/** All that SQLite knows of the tables, in no order; what is retired is left out. */
export function describedSqlite(database: DatabaseSync): readonly string[] {
  const all = (sql: string, table: string) => database.prepare(sql).all(table);
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .all()
    .map(({ name }) => String(name));
  return tables
    .filter((name) => !name.startsWith('_retired_'))
    .flatMap((table) => [
      ...all('select name, type, "notnull", pk, dflt_value from pragma_table_xinfo(?)', table)
        .filter(({ name }) => !String(name).startsWith('_retired_'))
        .map((row) => `${table} column ${JSON.stringify(row)}`),
      ...all('select "table", "from", "to", seq from pragma_foreign_key_list(?)', table).map(
        (row) => `${table} key ${JSON.stringify(row)}`,
      ),
      ...all("select sql from sqlite_schema where type = 'index' and tbl_name = ?", table).map(
        ({ sql }) => `${table} index ${String(sql)}`,
      ),
      ...all('select strict from pragma_table_list(?)', table).map(
        ({ strict }) => `${table} strict ${String(strict)}`,
      ),
    ])
    .toSorted();
}

/** Every row of a table, by its key. */
export function rowsOf(
  database: DatabaseSync,
  { name, primaryKey }: Schema['tables'][number],
): readonly Readonly<Record<string, unknown>>[] {
  return database.prepare(`select * from "${name}" order by ${primaryKey.join(', ')}`).all();
}
