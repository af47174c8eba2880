import { randomBytes } from 'node:crypto';
import type { Database } from '../db/database.ts';

/** The secret that signs tokens: made by the first instance that starts, kept in the database for all. */
export async function storedSecret({ db }: Database): Promise<string> {
  const value = randomBytes(48).toString('base64url');
  await db
    .insertInto('_setting')
    .values({ name: 'jwt-secret', value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('_setting')
    .select('value')
    .where('name', '=', 'jwt-secret')
    .executeTakeFirstOrThrow();
  return row.value;
}
