import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Caller } from '../caller.ts';
import type { Database, Tx } from '../db/database.ts';
import { invalidParameter, Problem } from '../http/problem.ts';

/** An answer to a request that makes a record. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const HOURS_24 = 86_400_000;

export interface IdempotentRequest {
  readonly key: string;
  readonly caller: Caller;
  readonly path: string;
  readonly body: unknown;
  readonly now: Date;
}

/** @throws a problem 400 */
export function idempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !/^[!-~]{1,255}$/.test(header)) {
    throw invalidParameter('Idempotency-Key', 'must be 1 to 255 visible ASCII characters');
  }
  return header;
}

/**
 * Does `work` once for a key: whoever comes with the same key gets the first one's answer. The key is
 * taken in the transaction of the work, so that of two at once the second waits for the first.
 */
export async function once(
  database: Database,
  request: IdempotentRequest,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  const { key, caller, path, body, now } = request;
  const scope = `${caller.tenantId} ${caller.accountId} ${path}`;
  const fingerprint = hash('sha256', JSON.stringify(body));
  return database.write(async (tx) => {
    const past = new Date(now.getTime() - HOURS_24).toISOString();
    await tx
      .deleteFrom('_idempotency')
      .where('scope', '=', scope)
      .where('key', '=', key)
      .where('created_at', '<', past)
      .execute();
    const taken = await tx
      .insertInto('_idempotency')
      .values({ scope, key, fingerprint, answer: null, created_at: now.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .execute();
    const mine = tx.selectFrom('_idempotency').where('scope', '=', scope).where('key', '=', key);
    if (taken.length === 0) return replay(await mine.selectAll().executeTakeFirst(), fingerprint);
    const answer = await attempt(tx, work);
    await tx
      .updateTable('_idempotency')
      .set({ answer: JSON.stringify(answer) })
      .where('scope', '=', scope)
      .where('key', '=', key)
      .execute();
    return answer;
  });
}

/** A refusal is an answer too: what was written before it is undone, the key is kept. */
async function attempt(tx: Tx, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  await sql`savepoint attempt`.execute(tx);
  try {
    return await work(tx);
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    await sql`rollback to savepoint attempt`.execute(tx);
    return {
      status: error.status,
      headers: { ...error.headers, 'content-type': 'application/problem+json' },
      body: JSON.stringify(error),
    };
  }
}

function replay(
  row: { fingerprint: string; answer: string | null } | undefined,
  fingerprint: string,
): Answer {
  if (!row?.answer) throw new Problem('unavailable', 'The first request is still under way.');
  if (row.fingerprint !== fingerprint) {
    throw new Problem('idempotency-mismatch', 'This key came with another body before.');
  }
  const answer = JSON.parse(row.answer) as Answer;
  return { ...answer, headers: { ...answer.headers, 'idempotency-replayed': 'true' } };
}
