import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../db/database.ts';
import type { Position } from '../records/cursor.ts';
import type { Outbox } from './outbox.ts';

const POLL = 500;
const LONGEST_WAIT = 60_000;
const BATCH = 100;
const SETTING = 'event-sink-position';

/**
 * Posts the events of all tenants to a URL, in order and each at least once; how far it is stands in
 * the database. Of several instances one posts at a time. A failure is tried again, later and later.
 */
export async function runSink(
  outbox: Outbox,
  database: Database,
  url: string,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  let wait = POLL;
  while (!signal.aborted) {
    try {
      const sent = await database.exclusively(() => postBatch(outbox, database, url, signal));
      wait = POLL;
      if (sent === BATCH) continue;
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ err: error, wait }, 'event sink does not take events');
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
    await sleep(wait, undefined, { signal, ref: false }).catch(() => {});
  }
}

async function postBatch(
  outbox: Outbox,
  { db }: Database,
  url: string,
  signal: AbortSignal,
): Promise<number> {
  const stored = await db
    .selectFrom('_setting')
    .select('value')
    .where('name', '=', SETTING)
    .executeTakeFirst();
  const events = await outbox.read(
    undefined,
    stored && (JSON.parse(stored.value) as Position),
    BATCH,
  );
  for (const { json, position } of events) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
      body: json,
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The sink answered ${response.status}.`);
    const value = JSON.stringify(position);
    await db
      .insertInto('_setting')
      .values({ name: SETTING, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }
  return events.length;
}
