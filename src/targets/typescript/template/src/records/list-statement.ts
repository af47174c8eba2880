import { sql } from 'kysely';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Database } from '../db/database.ts';
import { prepare } from '../db/prepared.ts';
import type { Statement } from '../db/prepared.ts';
import type { RecordTables } from '../db/tables.ts';
import type { Position } from './cursor.ts';
import { searchedColumns } from './list-query.ts';
import type { Filter, ListQuery, Sort } from './list-query.ts';
import type { Store } from './store.ts';

type Values = Readonly<Record<string, unknown>>;
type Builder = ExpressionBuilder<RecordTables, string>;

/** A list as far as it shapes the SQL. */
export interface ListShape extends Omit<ListQuery, 'cursor'> {
  /** Only records whose reference, by column, is that of the slot `parent`. */
  readonly parent: { readonly column: string; readonly table: string | undefined } | undefined;
  /** Only records of the caller. */
  readonly own: boolean;
  readonly after: Position | undefined;
  /** Only records that have the value that they are sorted by first, or only those that miss it. */
  readonly part: 'present' | 'missing' | undefined;
}

/** Prepares the statement of a list. Its slots are those that {@link listValues} fills. */
export function listStatement(
  database: Database,
  store: Store,
  shape: ListShape,
): Statement<Values, Values> {
  const { table } = store.model.resource;
  const { after, part } = shape;
  const sort = shape.sort.map(({ property, descending }, index) => ({
    property: index === 0 && part ? { ...property, nullable: false } : property,
    descending,
  }));
  return prepare((slots: Values) => {
    const slot = (name: string) => sql`${slots[name]}`;
    let query = store.select().where('_tenant', '=', slots['tenant']);
    if (shape.own) query = query.where('_created_by', '=', slots['account']);
    if (shape.parent?.table !== undefined) {
      query = query.where(linked(shape.parent.table, table, slot('parent')));
    } else if (shape.parent) {
      query = query.where(shape.parent.column, '=', slots['parent']);
    }
    for (const [index, filter] of shape.filters.entries()) {
      const values = filter.values.map((_, at) => slot(`filter${index}_${at}`));
      query = query.where((eb) => condition(eb, table, filter, values));
    }
    if (shape.q !== undefined) {
      const columns = searchedColumns(store.model);
      query = query.where((eb) =>
        eb.or(columns.map((column) => contains(database.dialect, column, slot('q')))),
      );
    }
    const [first] = sort;
    if (part && first) {
      query = query.where(first.property.column, part === 'missing' ? 'is' : 'is not', null);
    }
    if (after) query = query.where((eb) => isAfter(eb, sort, after, part === 'missing', slot));
    for (const { property, descending } of sort) {
      query = query.orderBy(property.column, (order) => {
        const directed = descending ? order.desc() : order.asc();
        return property.nullable ? directed.nullsLast() : directed;
      });
    }
    return query
      .orderBy('id', lastIsDescending(sort) ? 'desc' : 'asc')
      .limit(slots['limit'] as number);
  });
}

/** Two lists with the same text have the same SQL. */
export function shapeKey({ sort, filters, q, parent, own, after, part }: ListShape): string {
  const sorts = sort.map(({ property, descending }) => `${property.column} ${descending}`);
  const tests = filters.map(
    ({ property, operator, values }) =>
      `${property.column} ${operator === 'null' ? String(values[0]) : operator} ${values.length}`,
  );
  const nulls = after?.map((value) => value === null);
  return JSON.stringify([sorts, tests, q !== undefined, parent, own, nulls, part]);
}

/** `id` breaks ties in the direction of the last property, so that one index serves both. */
export function lastIsDescending(sort: readonly Sort[]): boolean {
  return sort.at(-1)?.descending ?? false;
}

function condition(
  eb: Builder,
  table: string,
  { property, operator, values }: Filter,
  slots: readonly Expression<unknown>[],
): Expression<SqlBool> {
  const column = property.column;
  const [first = sql`null`] = slots;
  switch (operator) {
    case 'null':
      return eb(column, values[0] === true ? 'is' : 'is not', null);
    case 'contains':
      return linked(`${table}__${column}`, table, first);
    case 'in':
      return eb(column, 'in', slots);
    default:
      return eb(column, SIGNS[operator], first);
  }
}

const SIGNS = { eq: '=', ne: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** The record has a link to a target. */
function linked(links: string, table: string, target: Expression<unknown>): Expression<SqlBool> {
  return sql<SqlBool>`exists (select 1 from ${sql.table(links)} where ${sql.ref(`${links}._tenant`)} = ${sql.ref(`${table}._tenant`)} and source_id = ${sql.ref(`${table}.id`)} and target_id = ${target})`;
}

/** Ignores ASCII case; no character has a special meaning. `text` is in lower case. */
function contains(
  dialect: Database['dialect'],
  column: string,
  text: Expression<unknown>,
): Expression<SqlBool> {
  return dialect === 'sqlite'
    ? sql<SqlBool>`instr(lower(${sql.ref(column)}), ${text}) > 0`
    : sql<SqlBool>`strpos(lower(${sql.ref(column)}), ${text}) > 0`;
}

/** The records that come after a position: greater in the first property, or equal in it and greater in the next … */
function isAfter(
  eb: Builder,
  sort: readonly Sort[],
  after: Position,
  isFirstMissing: boolean,
  slot: (name: string) => Expression<unknown>,
): Expression<SqlBool> {
  const all = [
    ...sort.map(({ property, descending }) => ({ ...property, descending })),
    { column: 'id', nullable: false, descending: lastIsDescending(sort) },
  ].map((key, index) => ({ ...key, value: after[index] ?? null, slot: slot(`after${index}`) }));
  const keys = isFirstMissing ? all.slice(1) : all;
  const alternatives = keys.map((key, index) => {
    const equal = keys
      .slice(0, index)
      .map(({ column, ...at }) =>
        at.value === null ? eb(column, 'is', null) : eb(column, '=', at.slot),
      );
    return eb.and([...equal, beyond(eb, key)]);
  });
  const [first] = keys;
  if (!first || first.nullable) return eb.or(alternatives);
  // It follows from the rest, but only so the database finds the place in an index.
  const bound = eb(first.column, first.descending ? '<=' : '>=', first.slot);
  return eb.and([bound, eb.or(alternatives)]);
}

/** A column to sort by, and where in it a page begins. */
interface SortKey {
  readonly column: string;
  readonly nullable: boolean;
  readonly descending: boolean;
  readonly value: Position[number];
  readonly slot: Expression<unknown>;
}

function beyond(
  eb: Builder,
  { column, nullable, descending, value, slot }: SortKey,
): Expression<SqlBool> {
  if (value === null) return sql<SqlBool>`1 = 0`;
  const greater = eb(column, descending ? '<' : '>', slot);
  return nullable ? eb.or([greater, eb(column, 'is', null)]) : greater;
}
