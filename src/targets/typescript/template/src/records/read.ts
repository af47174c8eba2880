import type { ExpressionBuilder } from 'kysely';
import { prepare } from '../db/prepared.ts';
import type { Statement } from '../db/prepared.ts';
import type { RecordTables } from '../db/tables.ts';
import type { Model, Property } from './model.ts';
import type { Records, Write } from './records.ts';
import type { StoredRecord } from './resource.ts';
import { codecOf } from './store.ts';
import type { Store } from './store.ts';

/**
 * What records must be like, by property: a value that it must have, or limits. A missing value fits
 * nothing. `contains` is for references to many.
 */
export type Where = Readonly<Record<string, Scalar | Limits>>;
type Limits = { readonly [O in Operator]?: Scalar };
type Scalar = string | number | boolean | null | undefined;
type Operator = keyof typeof SIGNS | 'contains';
type Values = Readonly<Record<string, unknown>>;

const SIGNS = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

/** Reads other records for a rule: those of the tenant, as the transaction of the write sees them. */
export class Reader {
  readonly #records: Records;
  readonly #write: Write;

  constructor(records: Records, write: Write) {
    this.#records = records;
    this.#write = write;
  }

  /** The record that a reference names. */
  async one<R = StoredRecord>(
    resource: string,
    id: string | null | undefined,
  ): Promise<R | undefined> {
    if (id === null || id === undefined) return undefined;
    const { tx, caller } = this.#write;
    const row = await this.#records.store(resource).find(tx, caller.tenantId, id);
    return row?.record as R | undefined;
  }

  /** All records that fit. */
  async list<R = StoredRecord>(resource: string, where: Where): Promise<readonly R[]> {
    const store = this.#records.store(resource);
    const rows = await this.#rows(store, where, 'records');
    return rows.map((row) => store.decode(row).record as R);
  }

  async count(resource: string, where: Where): Promise<number> {
    const [row] = await this.#rows(this.#records.store(resource), where, 'count');
    return Number(row?.['count'] ?? 0);
  }

  async #rows(store: Store, where: Where, what: 'records' | 'count'): Promise<readonly Values[]> {
    const tests = testsOf(store.model, where);
    const values: Record<string, unknown> = { tenant: this.#write.caller.tenantId };
    for (const [index, { property, operator, value }] of tests.entries()) {
      if (value === null || value === undefined) return [];
      const codec =
        operator === 'contains' ? undefined : codecOf(this.#records.database, property.field);
      values[`value${index}`] = codec ? codec.encode(value) : value;
    }
    return this.#statement(store, tests, what)(this.#write.tx, values);
  }

  /** Rules ask the same again and again: there are as many statements as rules ask for. */
  #statement(store: Store, tests: readonly Test[], what: 'records' | 'count') {
    const shape = tests.map(({ property, operator }) => `${property.column} ${operator}`);
    const key = [what, store.model.resource.table, ...shape].join('\n');
    let statement = this.#records.statements.get(key);
    if (!statement) {
      statement = prepareRows(this.#records, store, tests, what);
      this.#records.statements.set(key, statement);
    }
    return statement;
  }
}

interface Test {
  readonly property: Property;
  readonly operator: Operator;
  readonly value: Scalar;
}

function testsOf({ columns, links }: Model, where: Where): readonly Test[] {
  return Object.entries(where).flatMap(([name, wanted]) => {
    const property = [...columns, ...links].find((candidate) => candidate.name === name);
    if (!property) throw new Error(`There is no property ${name}.`);
    const limits = typeof wanted === 'object' && wanted !== null ? wanted : { eq: wanted };
    return Object.entries(limits).map(([operator, value]): Test => ({
      property,
      operator: operator as Operator,
      value,
    }));
  });
}

function prepareRows(
  { database }: Records,
  store: Store,
  tests: readonly Test[],
  what: 'records' | 'count',
): Statement<Values, Values> {
  const { table } = store.model.resource;
  return prepare<Record<string, unknown>, Values>((slots) => {
    const fits = (eb: ExpressionBuilder<RecordTables, string>) =>
      eb.and([
        eb('_tenant', '=', slots['tenant']),
        ...tests.map(({ property, operator }, index) => {
          const value = slots[`value${index}`];
          if (operator !== 'contains') return eb(property.column, SIGNS[operator], value);
          const sources = eb
            .selectFrom(`${table}__${property.column}`)
            .select('source_id')
            .where('_tenant', '=', slots['tenant'])
            .where('target_id', '=', value);
          return eb('id', 'in', sources);
        }),
      ]);
    if (what === 'records') return store.select().where(fits);
    const { records } = database;
    return records
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .where(fits);
  });
}
