import type { Service } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../target.ts';
import { generated } from '../../shared/generated.ts';
import { describeMigration } from '../../shared/migrations/describe-migration.ts';
import { migrationName } from '../../shared/migrations/migration-name.ts';
import type { Migration } from '../../shared/migrations/migration.ts';
import { nextVersion } from '../../shared/migrations/next-version.ts';
import { schemaOf } from '../../shared/migrations/schema-of.ts';
import {
  addForeignKey,
  createIndex,
  createTable,
} from '../../shared/migrations/sql/create-table.ts';
import { postgresStatements } from '../../shared/migrations/sql/postgres.ts';
import { sqliteStatements } from '../../shared/migrations/sql/sqlite.ts';
import type { Dialect } from '../../shared/migrations/sql/storage.ts';
import { accountTables, serviceTables } from './service-tables.ts';
import { storage } from './storage.ts';

const FILE = /^migrations\/(?:postgres|sqlite)\/(\d{4})-[a-z0-9-]+\.sql$/;

/** The migrations that make a database, for each kind of database: those of earlier versions stay as they were. */
export function migrationFiles(input: TargetInput): {
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { files, next, diagnostics } = nextVersion(input, FILE);
  if (next === undefined) return { files, diagnostics };
  const made = (['postgres', 'sqlite'] as const).map((dialect) => {
    const name = next === 'first' ? '0001-init' : migrationName(next);
    const statements =
      next === 'first' ? initial(input.service, dialect) : incremental(next, dialect);
    return generated(`migrations/${dialect}/${name}.sql`, `${statements.join('\n\n')}\n`);
  });
  return { files: [...files, ...made], diagnostics };
}

function initial(service: Service, dialect: Dialect): readonly string[] {
  const { accounts, tables } = schemaOf(service);
  return [
    '-- The tables of the service itself: names that begin with _ can not be those of a resource.',
    ...serviceTables(dialect, accounts),
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

function incremental(migration: Migration, dialect: Dialect): readonly string[] {
  const lower = dialect === 'sqlite' ? sqliteStatements : postgresStatements;
  return [
    describeMigration(migration)
      .map((line) => `-- ${line}`)
      .join('\n'),
    ...(migration.accounts ? accountTables(dialect) : []),
    ...lower(migration, storage),
  ];
}
