import type { GeneratedFile } from '#files';
import { sqlMigrationFiles } from '../../shared/migrations/sql-migration-files.ts';
import type { TargetInput } from '../../target.ts';
import { accountTables, serviceTables } from './service-tables.ts';
import { storage } from './storage.ts';

const SQLITE = /^migrations\/sqlite\/(\d{4}-[a-z0-9-]+)\.sql$/;

/** The migrations that make a database, for each kind of database: those of earlier versions stay as they were. */
export function migrationFiles(input: TargetInput): ReturnType<typeof sqlMigrationFiles> {
  return sqlMigrationFiles(input, {
    storage,
    accountTables,
    serviceTables: (dialect) => serviceTables(dialect, input.service.document !== undefined),
  });
}

/** The names of migrations, such as `0001-init`, in order; those of a user are among them. */
export function migrationNames(
  files: readonly Pick<GeneratedFile, 'path'>[],
  { previous }: TargetInput,
): readonly string[] {
  const paths = [...files, ...(previous?.added ?? [])].map(({ path }) => path);
  const names = paths.flatMap((path) => SQLITE.exec(path)?.[1] ?? []);
  return [...new Set(names)].toSorted();
}
