import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openPostgres } from '../../src/db/postgres.ts';
import { openSqlite } from '../../src/db/sqlite.ts';
import type { Database } from '../../src/db/database.ts';

/** A database that only this process sees: in memory or, with `TEST_DATABASE_URL`, a schema of its own. */
export async function openTestDatabase(): Promise<Database> {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) return openSqlite(':memory:');
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  await run(url, `create schema ${schema}`);
  const inSchema = new URL(url);
  inSchema.searchParams.set('options', `-c timezone=UTC -c datestyle=ISO -c search_path=${schema}`);
  const database = openPostgres(inSchema.href);
  return {
    ...database,
    async close() {
      await database.close();
      await run(url, `drop schema ${schema} cascade`);
    },
  };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
