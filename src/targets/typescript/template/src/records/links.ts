import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Database, Executor } from '../db/database.ts';
import { prepare } from '../db/prepared.ts';
import type { Statement } from '../db/prepared.ts';
import type { Link, Model } from './model.ts';
import type { StoredRecord } from './resource.ts';

/** Databases limit the number of parameters of a statement. */
const BATCH = 500;

interface Key {
  readonly tenant: string;
  readonly id: string;
}

/** The references to many of one resource: a table of pairs for each. */
export class Links {
  readonly #database: Database;
  readonly #links: readonly { link: Link; clear: Statement<Key, unknown> }[];

  constructor(database: Database, { links }: Model) {
    this.#database = database;
    this.#links = links.map((link) => ({
      link,
      clear: prepare(({ tenant, id }: Key) =>
        database.records
          .deleteFrom(link.table)
          .where('_tenant', '=', tenant)
          .where('source_id', '=', id),
      ),
    }));
  }

  async add(tx: Executor, tenant: string, record: StoredRecord): Promise<void> {
    for (const { link } of this.#links) await this.#insert(tx, tenant, link, record);
  }

  async replace(
    tx: Executor,
    tenant: string,
    before: StoredRecord,
    record: StoredRecord,
  ): Promise<void> {
    for (const { link, clear } of this.#links) {
      if (String(before[link.name]) === String(record[link.name])) continue;
      await clear(tx, { tenant, id: record.id });
      await this.#insert(tx, tenant, link, record);
    }
  }

  async clear(tx: Executor, tenant: string, id: string): Promise<void> {
    for (const { clear } of this.#links) await clear(tx, { tenant, id });
  }

  async #insert(tx: Executor, tenant: string, link: Link, record: StoredRecord): Promise<void> {
    const ids = record[link.name] as readonly string[];
    for (let start = 0; start < ids.length; start += BATCH) {
      const rows = ids
        .slice(start, start + BATCH)
        .map((id) => ({ _tenant: tenant, source_id: record.id, target_id: id }));
      await tx.executeQuery(this.#database.records.insertInto(link.table).values(rows).compile());
    }
  }
}

/** The ids that a record refers to, as a JSON list in ascending order. */
export function idsOf(
  dialect: Database['dialect'],
  { resource }: Model,
  link: Link,
): RawBuilder<string> {
  const pairs = sql`from ${sql.table(link.table)} where ${sql.ref(`${link.table}._tenant`)} = ${sql.ref(`${resource.table}._tenant`)} and source_id = ${sql.ref(`${resource.table}.id`)}`;
  return dialect === 'sqlite'
    ? sql<string>`(select json_group_array(target_id order by target_id) ${pairs})`
    : sql<string>`(select coalesce(json_agg(target_id order by target_id), '[]') ${pairs})`;
}
