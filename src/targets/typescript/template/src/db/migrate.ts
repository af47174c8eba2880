import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';

const FILE = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** A database that this program can't work with. */
export class MigrationError extends Error {}

/**
 * Runs the files `migrations/<dialect>/0001-….sql` that have not run yet, in order and under a lock.
 * Refuses a database that is newer than the program, and one whose migrations have been edited since.
 */
export async function migrate(database: Database, directory: string): Promise<void> {
  const folder = join(directory, database.dialect);
  const files = readdirSync(folder)
    .filter((file) => FILE.test(file))
    .sort();
  await database.migrate(async (connection) => {
    await connection.script(
      'create table if not exists _migration (name text primary key, checksum text not null, applied_at text not null)',
    );
    const rows = await connection.query('select name, checksum from _migration order by name');
    const applied = new Map(rows.map((row) => [String(row['name']), String(row['checksum'])]));
    const unknown = [...applied.keys()].filter((name) => !files.includes(name));
    if (unknown.length > 0) {
      throw new MigrationError(
        `The database is newer than this program: it has ${unknown.join(', ')}.`,
      );
    }
    let changed = false;
    for (const file of files) {
      const sql = readFileSync(join(folder, file), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      const before = applied.get(file);
      if (before === undefined) {
        await connection.script(sql).catch((error: unknown) => failed(file, error));
        changed = true;
        await connection.script(
          `insert into _migration values ('${file}', '${checksum}', '${new Date().toISOString()}')`,
        );
      } else if (before !== checksum) {
        throw new MigrationError(
          `Migration ${file} was edited after this database ran it: put the change into a new migration.`,
        );
      }
    }
    return changed;
  });
}

/** A migration asks first whether the records can follow: SQLite tells the answer as the name of a check. */
function failed(file: string, cause: unknown): never {
  const said = cause instanceof Error ? cause.message : String(cause);
  const reason = said.replace(/^CHECK constraint failed: /, '');
  throw new MigrationError(`Migration ${file} changed nothing: ${reason}`, { cause });
}
