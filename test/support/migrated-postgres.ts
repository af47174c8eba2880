import type { Client } from 'pg';
import type { Migration } from '../../src/targets/shared/migrations/migration.ts';
import type { Schema } from '../../src/targets/shared/migrations/schema.ts';
import {
  addForeignKey,
  createIndex,
  createTable,
} from '../../src/targets/shared/migrations/sql/create-table.ts';
import { postgresStatements } from '../../src/targets/shared/migrations/sql/postgres.ts';
import type { Storage } from '../../src/targets/shared/migrations/sql/storage.ts';

/** Makes a schema of its own for what follows, with the tables of a service in it. */
export async function postgresWith(
  client: Client,
  name: string,
  { tables }: Schema,
  storage: Storage,
): Promise<void> {
  const statements = [
    `create schema ${name}`,
    `set search_path to ${name}`,
    ...tables.flatMap((table) => [
      createTable(table, storage, 'postgres'),
      ...table.indexes.map((index) => createIndex(table.name, index)),
    ]),
    ...tables.flatMap((table) => table.foreignKeys.map((key) => addForeignKey(table.name, key))),
  ];
  for (const statement of statements) await client.query(statement);
}

/** Migrates in one transaction; gives why not. */
export async function migratePostgres(
  client: Client,
  migration: Migration,
  storage: Storage,
  unchecked = false,
): Promise<string | undefined> {
  await client.query('begin');
  try {
    for (const statement of postgresStatements(migration, storage, unchecked))
      await client.query(statement);
    await client.query('commit');
    return undefined;
  } catch (error) {
    await client.query('rollback');
    return error instanceof Error ? error.message : String(error);
  }
}

/** All that PostgreSQL knows of the tables of a schema, in no order; what is retired is left out. */
export async function describedPostgres(client: Client, name: string): Promise<readonly string[]> {
  const queries = [
    `select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull,
       pg_get_expr(d.adbin, d.adrelid) as given, l.collname
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     left join pg_collation l on l.oid = a.attcollation
     where c.relnamespace = $1::regnamespace and c.relkind = 'r' and a.attnum > 0
       and not a.attisdropped and a.attname not like '\\_retired%' and c.relname not like '\\_retired%'`,
    // PostgreSQL 18 counts what is not null among the constraints, under names of the first column.
    `select c.relname, k.conname, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.connamespace = $1::regnamespace and k.contype <> 'n' and c.relname not like '\\_retired%'`,
    `select tablename, indexname, replace(indexdef, $1 || '.', '') as definition
     from pg_indexes where schemaname = $1 and tablename not like '\\_retired%'`,
  ];
  const found: string[] = [];
  for (const query of queries) {
    const { rows } = await client.query<Record<string, unknown>>(query, [name]);
    for (const row of rows) found.push(JSON.stringify(row).replaceAll(`${name}.`, ''));
  }
  return found.toSorted();
}

/** Every row of a table as text, by its key. */
export async function postgresRows(
  client: Client,
  { name, primaryKey, columns }: Schema['tables'][number],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const texts = columns.map((column) => `"${column.name}"::text`).join(', ');
  const { rows } = await client.query<Record<string, unknown>>(
    `select ${texts} from "${name}" order by ${primaryKey.join(', ')}`,
  );
  return rows;
}
