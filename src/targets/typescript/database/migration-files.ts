import type { TargetInput } from '../../target.ts';
import { sqlMigrationFiles } from '../../shared/migrations/sql-migration-files.ts';
import { accountTables, serviceTables } from './service-tables.ts';
import { storage } from './storage.ts';

/** The migrations that make a database, for each kind of database: those of earlier versions stay as they were. */
export function migrationFiles(input: TargetInput): ReturnType<typeof sqlMigrationFiles> {
  return sqlMigrationFiles(input, {
    storage,
    accountTables,
    // Made at once, since a later version of the contract may keep more.
    serviceTables: (dialect) => serviceTables(dialect, input.service.document !== undefined),
  });
}
