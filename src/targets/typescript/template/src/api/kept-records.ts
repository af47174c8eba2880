import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Database, Tx } from '../db/database.ts';

/** A record as it is kept: JSON, in the shape that the contract gives it. */
export type KeptRecord = Readonly<Record<string, unknown>>;

/** Which records of a collection: those whose properties have these values, and of them a part. */
export interface Selection {
  readonly filters: Readonly<Record<string, unknown>>;
  readonly limit: number | undefined;
  readonly offset: number;
}

/** The records of one collection, in the order in which they were made. */
export class KeptRecords {
  readonly #collection: string;

  constructor(collection: string) {
    this.#collection = collection;
  }

  async list(
    database: Database,
    { filters, limit, offset }: Selection,
  ): Promise<{ readonly records: readonly KeptRecord[]; readonly count: number }> {
    const { db, dialect } = database;
    const where = sql.join(
      [
        sql`collection = ${this.#collection}`,
        ...Object.entries(filters).map(([name, value]) => equals(dialect, name, value)),
      ],
      sql` and `,
    );
    const most = limit === undefined ? sql`` : sql` limit ${limit} offset ${offset}`;
    const found = await sql<{ record: string }>`
      select record from _record where ${where} order by sequence${most}`.execute(db);
    const counted = await sql<{ count: number | string }>`
      select count(*) as count from _record where ${where}`.execute(db);
    return {
      records: found.rows.map(({ record }) => JSON.parse(record) as KeptRecord),
      count: Number(counted.rows[0]?.count ?? 0),
    };
  }

  async find(db: Database['db'] | Tx, key: string): Promise<KeptRecord | undefined> {
    const { rows } = await sql<{ record: string }>`
      select record from _record where collection = ${this.#collection} and key = ${key}`.execute(
      db,
    );
    return rows[0] && (JSON.parse(rows[0].record) as KeptRecord);
  }

  /** Adds a record; undefined if there is one with this key. */
  async add(tx: Tx, key: string, record: KeptRecord): Promise<KeptRecord | undefined> {
    const { rows } = await sql<{ key: string }>`
      insert into _record (collection, key, record)
      values (${this.#collection}, ${key}, ${JSON.stringify(record)})
      on conflict (collection, key) do nothing returning key`.execute(tx);
    return rows.length === 0 ? undefined : record;
  }

  async put(tx: Tx, key: string, record: KeptRecord): Promise<void> {
    await sql`
      update _record set record = ${JSON.stringify(record)}
      where collection = ${this.#collection} and key = ${key}`.execute(tx);
  }

  async remove(tx: Tx, key: string): Promise<void> {
    await sql`delete from _record where collection = ${this.#collection} and key = ${key}`.execute(
      tx,
    );
  }

  /** A number that no record of the collection has had. */
  async nextNumber(tx: Tx): Promise<number> {
    const name = `next ${this.#collection}`;
    const { rows } = await sql<{ value: string }>`
      insert into _setting (name, value) values (${name}, '1')
      on conflict (name) do update set value = cast(cast(_setting.value as bigint) + 1 as text)
      returning value`.execute(tx);
    return Number(rows[0]?.value ?? 1);
  }
}

/** A property of the JSON that is kept has this value. */
function equals(dialect: Database['dialect'], name: string, value: unknown): RawBuilder<unknown> {
  if (dialect === 'postgres')
    return sql`(record::jsonb -> ${name}::text) = ${JSON.stringify(value)}::jsonb`;
  const path = `$.${JSON.stringify(name)}`;
  const type = typeof value === 'boolean' ? String(value) : undefined;
  return type === undefined
    ? sql`json_extract(record, ${path}) = ${value}`
    : sql`json_type(record, ${path}) = ${type}`;
}
