import type { Diagnostic } from '#diagnostics';
import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../target.ts';
import { generated } from '../generated.ts';
import { describeMigration } from './describe-migration.ts';
import { migrationName } from './migration-name.ts';
import type { Migration } from './migration.ts';
import { nextVersion } from './next-version.ts';
import { schemaOf } from './schema-of.ts';
import type { Schema } from './schema.ts';
import { addForeignKey, createIndex, createTable } from './sql/create-table.ts';
import { postgresStatements } from './sql/postgres.ts';
import { sqliteStatements } from './sql/sqlite.ts';
import type { Dialect, Storage } from './sql/storage.ts';

/** What a target adds to migrations that are files of SQL. */
export interface SqlMigrations {
  readonly storage: Storage;
  /** The statements that make the tables of the service itself, those of accounts left out. */
  readonly serviceTables: (dialect: Dialect) => readonly string[];
  /** The statements that make the tables of accounts. */
  readonly accountTables: (dialect: Dialect) => readonly string[];
}

const FILE = /^migrations\/(?:postgres|sqlite)\/(\d{4})-[a-z0-9-]+\.sql$/;

/**
 * `migrations/<database>/0001-….sql`, for targets whose services run files of SQL: those of earlier versions
 * stay as they were. A service runs each in a transaction; on SQLite with foreign keys off around it, and
 * `foreign_key_check` before its end.
 */
export function sqlMigrationFiles(
  input: TargetInput,
  target: SqlMigrations,
): { readonly files: readonly GeneratedFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const { files, next, diagnostics } = nextVersion(input, FILE);
  if (next === undefined) return { files, diagnostics };
  const made = (['postgres', 'sqlite'] as const).map((dialect) => {
    const name = next === 'first' ? '0001-init' : migrationName(next);
    const statements =
      next === 'first'
        ? initial(schemaOf(input.service), target, dialect)
        : incremental(next, target, dialect);
    return generated(`migrations/${dialect}/${name}.sql`, `${statements.join('\n\n')}\n`);
  });
  return { files: [...files, ...made], diagnostics };
}

function initial(
  { hasAccounts, tables }: Schema,
  { storage, serviceTables, accountTables }: SqlMigrations,
  dialect: Dialect,
): readonly string[] {
  return [
    '-- The tables of the service itself: names that begin with _ can not be those of a resource.',
    ...(hasAccounts ? accountTables(dialect) : []),
    ...serviceTables(dialect),
    '-- The tables of the resources.',
    ...tables.flatMap((table) => [
      createTable(table, storage, dialect),
      ...table.indexes.map((index) => createIndex(table.name, index)),
    ]),
    ...(dialect === 'postgres'
      ? tables.flatMap((table) => table.foreignKeys.map((key) => addForeignKey(table.name, key)))
      : []),
  ];
}

function incremental(
  migration: Migration,
  { storage, accountTables }: SqlMigrations,
  dialect: Dialect,
): readonly string[] {
  const lower = dialect === 'sqlite' ? sqliteStatements : postgresStatements;
  const words = describeMigration(migration).map((line) => `-- ${line}`);
  return [
    words.join('\n'),
    ...(migration.accounts ? accountTables(dialect) : []),
    ...lower(migration, storage),
  ];
}
