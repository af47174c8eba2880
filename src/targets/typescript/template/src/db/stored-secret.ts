import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';

/** A secret of the service: made by the first instance that starts, kept in the database for all. */
export async function storedSecret(
  { db }: Database,
  name: 'jwt-secret' | 'cursor-secret',
): Promise<string> {
  const value = randomBytes(48).toString('base64url');
  await db
    .insertInto('_setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('_setting')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.value;
}
