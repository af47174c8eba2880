import type { Database } from '../db/database.ts';
import { Problem } from '../http/problem.ts';
import { uuidv7 } from '../uuid.ts';

const MOST = 10;
const MINUTES = 15;

/**
 * Counts an attempt to log in as a failure, until it turns out to be none: attempts at the same time
 * can't outrun the limit.
 * @throws a problem 429 after too many
 */
export async function countAttempt(database: Database, email: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - MINUTES * 60_000).toISOString();
  const failures = await database.write(async (tx) => {
    await tx.deleteFrom('_login_failure').where('failed_at', '<', since).execute();
    const rows = await tx
      .selectFrom('_login_failure')
      .select('failed_at')
      .where('email', '=', email)
      .orderBy('failed_at')
      .execute();
    if (rows.length < MOST) {
      const failure = { id: uuidv7(), email, failed_at: now.toISOString() };
      await tx.insertInto('_login_failure').values(failure).execute();
    }
    return rows;
  });
  const [oldest] = failures;
  if (!oldest || failures.length < MOST) return;
  const wait = Date.parse(oldest.failed_at) + MINUTES * 60_000 - now.getTime();
  throw new Problem('too-many-requests', 'Too many failed attempts to log in.', {
    headers: { 'retry-after': String(Math.max(1, Math.ceil(wait / 1000))) },
  });
}

/** After a success the count starts anew. */
export async function forgetFailures({ db }: Database, email: string): Promise<void> {
  await db.deleteFrom('_login_failure').where('email', '=', email).execute();
}
