import type { Caller } from '../caller.ts';
import type { Database, Executor } from '../db/database.ts';
import { prepare } from '../db/prepared.ts';
import type { Statement } from '../db/prepared.ts';
import type { Codec } from '../fields/field.ts';
import { idsOf, Links } from './links.ts';
import type { Model } from './model.ts';
import type { StoredRecord } from './resource.ts';

/** A record with what the service knows about it besides. */
export interface Row {
  readonly record: StoredRecord;
  readonly version: number;
  /** The account that made it. */
  readonly createdBy: string;
}

/** A property that is filled from a column, and its form in the database. */
interface Slot {
  readonly name: string;
  readonly column: string;
  readonly codec: Codec | undefined;
}

interface Key {
  readonly tenant: string;
  readonly id: string;
}

/** Databases limit the number of parameters of a statement. */
const BATCH = 500;

type Values = Readonly<Record<string, unknown>>;

/** Reads and writes the rows of one resource. Every query is limited to a tenant. */
export class Store {
  readonly model: Model;
  /** Columns in the order of the record. */
  readonly #slots: readonly Slot[];
  readonly #links: Links;
  readonly #database: Database;
  readonly #find: Statement<Key, Values>;
  readonly #lock: Statement<Key, Values>;
  readonly #exists: Statement<Key, unknown>;
  readonly #insert: Statement<Values, unknown>;
  readonly #update: Statement<Values, unknown>;
  readonly #delete: Statement<Key, unknown>;

  constructor(database: Database, model: Model) {
    const { records } = database;
    const { table } = model.resource;
    this.model = model;
    this.#database = database;
    this.#slots = slotsOf(database, model);
    this.#links = new Links(database, model);
    const stored = model.columns.map(({ column }) => column);
    const byKey = ({ tenant, id }: Key) =>
      this.select().where('_tenant', '=', tenant).where('id', '=', id);
    this.#find = prepare(byKey);
    this.#lock = prepare((key: Key) => byKey(key).forUpdate());
    this.#exists = prepare(({ tenant, id }: Key) =>
      records.selectFrom(table).select('id').where('_tenant', '=', tenant).where('id', '=', id),
    );
    this.#insert = prepare((values: Values) =>
      records
        .insertInto(table)
        .values(
          pick(values, [
            '_tenant',
            '_created_by',
            '_version',
            'id',
            ...stored,
            'created_at',
            'updated_at',
          ]),
        ),
    );
    this.#update = prepare((values: Values) =>
      records
        .updateTable(table)
        .set(pick(values, ['_version', ...stored, 'updated_at']))
        .where('_tenant', '=', values['_tenant'])
        .where('id', '=', values['id']),
    );
    this.#delete = prepare(({ tenant, id }: Key) =>
      records.deleteFrom(table).where('_tenant', '=', tenant).where('id', '=', id),
    );
  }

  /** A query of everything that {@link decode} reads. */
  select() {
    const { resource, links } = this.model;
    return this.#database.records
      .selectFrom(resource.table)
      .select(['_version', '_created_by'])
      .select(
        this.#slots
          .filter(({ name }) => !links.some((link) => link.name === name))
          .map(({ column }) => column),
      )
      .select(links.map((link) => idsOf(this.#database.dialect, this.model, link).as(link.column)));
  }

  decode(row: Values): Row {
    const record: Record<string, unknown> = {};
    for (const { name, column, codec } of this.#slots) {
      const stored = row[column];
      record[name] = codec !== undefined && stored !== null ? codec.decode(stored) : stored;
    }
    return {
      record: record as unknown as StoredRecord,
      version: Number(row['_version']),
      createdBy: String(row['_created_by']),
    };
  }

  async find(db: Executor, tenant: string, id: string): Promise<Row | undefined> {
    const [row] = await this.#find(db, { tenant, id });
    return row && this.decode(row);
  }

  /** Reads a record that will be changed: nobody else can change it before the transaction ends. */
  async lock(tx: Executor, tenant: string, id: string): Promise<Row | undefined> {
    if (this.#database.dialect === 'sqlite') return this.find(tx, tenant, id);
    const [row] = await this.#lock(tx, { tenant, id });
    if (!row) return undefined;
    // Links are rows of another table: only a query after the lock is sure to see the last of them.
    return this.model.links.length > 0 ? this.find(tx, tenant, id) : this.decode(row);
  }

  /** Those of `ids` that are ids of records. */
  async existing(db: Executor, tenant: string, ids: readonly string[]): Promise<Set<string>> {
    const there = new Set<string>();
    for (const id of ids.length === 1 ? ids : []) {
      if ((await this.#exists(db, { tenant, id })).length > 0) there.add(id);
    }
    for (let start = 0; ids.length > 1 && start < ids.length; start += BATCH) {
      const query = this.#database.records
        .selectFrom(this.model.resource.table)
        .select('id')
        .where('_tenant', '=', tenant)
        .where('id', 'in', ids.slice(start, start + BATCH));
      const { rows } = await db.executeQuery(query.compile());
      for (const row of rows) there.add(String(row['id']));
    }
    return there;
  }

  async insert(tx: Executor, caller: Caller, record: StoredRecord): Promise<Row> {
    await this.#insert(tx, {
      ...this.#encode(record),
      _tenant: caller.tenantId,
      _created_by: caller.accountId,
      _version: 1,
    });
    await this.#links.add(tx, caller.tenantId, record);
    return { record, version: 1, createdBy: caller.accountId };
  }

  /** Writes the next version of a row. */
  async update(tx: Executor, tenant: string, row: Row, record: StoredRecord): Promise<Row> {
    const version = row.version + 1;
    await this.#update(tx, { ...this.#encode(record), _tenant: tenant, _version: version });
    await this.#links.replace(tx, tenant, row.record, record);
    return { ...row, record, version };
  }

  async delete(tx: Executor, tenant: string, id: string): Promise<void> {
    await this.#links.clear(tx, tenant, id);
    await this.#delete(tx, { tenant, id });
  }

  #encode(record: StoredRecord): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const { name, column, codec } of this.#slots) {
      const value = record[name];
      values[column] = codec !== undefined && value !== null ? codec.encode(value) : value;
    }
    return values;
  }
}

/** The value of a property in its form in the database. */
export function codecOf(
  database: Database,
  field: Model['columns'][number]['field'],
): Codec | undefined {
  return field.codec ?? (database.dialect === 'sqlite' ? field.sqliteCodec : undefined);
}

function slotsOf(database: Database, model: Model): readonly Slot[] {
  const fields = [...model.columns, ...model.links].map(({ name, column, field }) => ({
    name,
    column,
    codec: codecOf(database, field),
  }));
  const order = Object.keys(model.resource.fields);
  return [
    { name: 'id', column: 'id', codec: undefined },
    ...fields.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name)),
    { name: 'createdAt', column: 'created_at', codec: undefined },
    { name: 'updatedAt', column: 'updated_at', codec: undefined },
  ];
}

function pick(values: Values, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, values[column]]));
}
