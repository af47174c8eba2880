import type { Database } from '../db/database.ts';
import type { Outbox } from '../events/outbox.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Deletes what has had its time: events and kept answers. */
export async function forgetOld({ db }: Database, outbox: Outbox): Promise<void> {
  const now = new Date();
  const yesterday = new Date(now.getTime() - DAY).toISOString();
  await outbox.forget(now);
  await db.deleteFrom('_idempotency').where('created_at', '<', yesterday).execute();
}

/** Does so now and every hour. A failure is reported, and tried again an hour later. */
export function forgetRegularly(
  database: Database,
  outbox: Outbox,
  failed: (error: unknown) => void,
): void {
  const work = () => void forgetOld(database, outbox).catch(failed);
  work();
  setInterval(work, HOUR).unref();
}
