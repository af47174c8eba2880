import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database, Executor } from '../db/database.ts';
import { prepare } from '../db/prepared.ts';
import type { Statement } from '../db/prepared.ts';
import type { ServiceTables } from '../db/tables.ts';
import type { Position } from '../records/cursor.ts';
import { uuidv7 } from '../uuid.ts';

/** A fact to publish: `data` is the record as JSON. */
export interface NewEvent {
  readonly tenant: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly data: string;
}

/** A published event, and its place in the order of all. */
export interface StoredEvent {
  readonly position: Position;
  /** A CloudEvent. */
  readonly json: string;
}

/** Events are written in the transaction of the change that they tell of, and read from here. */
export class Outbox {
  readonly #database: Database;
  readonly #source: string;
  readonly #append: Statement<NewEvent & { readonly id: string }, unknown>;

  constructor(database: Database, service: string) {
    this.#database = database;
    this.#source = `/${service}`;
    this.#append = prepare(({ id, tenant, type, subject, time, data }) =>
      database.db.insertInto('_event').values({ id, tenant_id: tenant, type, subject, time, data }),
    );
  }

  async append(tx: Executor, event: NewEvent): Promise<void> {
    await this.#append(tx, { ...event, id: uuidv7() });
  }

  /** Events of a tenant (undefined: of all) after a position, oldest first. */
  async read(
    tenant: string | undefined,
    after: Position | undefined,
    limit: number,
  ): Promise<readonly StoredEvent[]> {
    const { db, dialect } = this.#database;
    if (tenant !== undefined) await this.#settle(tenant);
    let query = db.selectFrom('_event').selectAll().limit(limit);
    if (tenant !== undefined) query = query.where('tenant_id', '=', tenant);
    if (dialect === 'sqlite') {
      query = query.orderBy('sequence');
      if (after) query = query.where('sequence', '>', Number(after[0]));
    } else {
      // Numbers are given before transactions end: what is still under way, and all that began after
      // it, has to wait, or a reader would pass it by.
      query = query
        .where(sql<boolean>`transaction_id < pg_snapshot_xmin(pg_current_snapshot())`)
        .orderBy('transaction_id')
        .orderBy('sequence');
      if (after) {
        query = query.where(
          sql<boolean>`(transaction_id, sequence) > (${after[1]}::xid8, ${after[0]}::bigint)`,
        );
      }
    }
    const rows = await query.execute();
    return rows.map((row) => ({
      position: dialect === 'sqlite' ? [row.sequence] : [row.sequence, row.transaction_id],
      json: this.#cloudEvent(row),
    }));
  }

  /** Whoever has written something finds its event: transactions of others mostly end in a moment. */
  async #settle(tenant: string): Promise<void> {
    const { db, dialect } = this.#database;
    if (dialect === 'sqlite') return;
    const waiting = db
      .selectFrom('_event')
      .select('id')
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`transaction_id >= pg_snapshot_xmin(pg_current_snapshot())`)
      .limit(1);
    const patientUntil = performance.now() + PATIENCE;
    while (performance.now() < patientUntil && (await waiting.executeTakeFirst())) await sleep(20);
  }

  /** Forgets events that are older than a week: from the first one on, so no index by time is needed. */
  async forget(now: Date): Promise<void> {
    const { db } = this.#database;
    const past = new Date(now.getTime() - WEEK).toISOString();
    const oldest = db.selectFrom('_event').select('sequence').orderBy('sequence').limit(BATCH);
    const expired = db
      .deleteFrom('_event')
      .where('sequence', 'in', oldest)
      .where('time', '<', past);
    for (let deleted = BATCH; deleted === BATCH;) {
      const { numDeletedRows } = await expired.executeTakeFirst();
      deleted = Number(numDeletedRows);
      // Requests may come between.
      await setImmediate();
    }
  }

  #cloudEvent(row: EventRow): string {
    const attributes = JSON.stringify({
      specversion: '1.0',
      id: row.id,
      source: this.#source,
      type: row.type,
      subject: row.subject,
      time: row.time,
      datacontenttype: 'application/json',
      tenantid: row.tenant_id,
    });
    return `${attributes.slice(0, -1)},"data":${row.data}}`;
  }
}

type EventRow = Omit<ServiceTables['_event'], 'sequence' | 'transaction_id'>;

const WEEK = 7 * 86_400_000;
const BATCH = 1000;
/** How long a reader waits for the events that it has just made, in milliseconds. */
const PATIENCE = 1000;
