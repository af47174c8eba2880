import type { Caller } from '../caller.ts';
import type { Statement } from '../db/prepared.ts';
import type { Query } from '../http/query.ts';
import type { Scope } from './access.ts';
import type { Position } from './cursor.ts';
import { listedProperties, readListQuery } from './list-query.ts';
import type { Listed, ListQuery } from './list-query.ts';
import { listStatement, shapeKey } from './list-statement.ts';
import type { ListShape } from './list-statement.ts';
import type { Property } from './model.ts';
import { toJson } from './records.ts';
import type { Records } from './records.ts';
import { codecOf } from './store.ts';
import type { Store } from './store.ts';

type Values = Readonly<Record<string, unknown>>;

/** How many statements of a list are kept; queries of one shape share theirs. */
const MOST_STATEMENTS = 200;

/** The list of a resource, or the list of those of its records that refer to one of another resource. */
export class List {
  readonly #records: Records;
  readonly #store: Store;
  readonly #pageSize: number;
  readonly #parent: Property | undefined;
  readonly #listed: ReadonlyMap<string, Listed>;
  readonly #statements = new Map<string, Statement<Values, Values>>();

  constructor(records: Records, store: Store, pageSize: number, parent?: Property) {
    this.#records = records;
    this.#store = store;
    this.#pageSize = pageSize;
    this.#parent = parent;
    this.#listed = listedProperties(store.model);
  }

  /** A page as JSON: `{items, nextCursor}`. */
  async page(query: Query, caller: Caller, scope: Scope, parentId?: string): Promise<string> {
    const { model } = this.#store;
    const { cursors } = this.#records;
    const asked = readListQuery(model, this.#listed, query, this.#pageSize);
    const purpose = this.#purpose(asked, parentId);
    const after = asked.cursor === undefined ? undefined : cursors.decode(asked.cursor, purpose);
    const rows = await this.#rows(this.#shape(asked, scope, after), {
      tenant: caller.tenantId,
      account: caller.accountId,
      parent: parentId,
      // One more than asked for tells whether there is another page.
      limit: asked.limit + 1,
    });
    const shown = rows.slice(0, asked.limit);
    const items = shown.map((row) => toJson(this.#store.decode(row).record, model.secrets));
    const last = rows.length > asked.limit ? shown.at(-1) : undefined;
    const next = last && cursors.encode(positionOf(last, asked), purpose);
    return `{"items":[${items.join(',')}],"nextCursor":${JSON.stringify(next ?? null)}}`;
  }

  /**
   * Records that miss what they are sorted by come last. They are looked for by themselves, when there is
   * room for them: that way an index serves both, whose own order would have them first.
   */
  async #rows(shape: ListShape, slots: Values & { readonly limit: number }) {
    const run = (part: ListShape, limit = slots.limit) => {
      const values = { ...this.#values(part), ...slots, limit };
      return this.#statement(part)(this.#records.database.reader, values);
    };
    if (!shape.sort[0]?.property.nullable) return run(shape);
    if (shape.after?.[0] === null) return run({ ...shape, part: 'missing' });
    const present = await run({ ...shape, part: 'present' });
    const room = slots.limit - present.length;
    if (room === 0) return present;
    return [...present, ...(await run({ ...shape, part: 'missing', after: undefined }, room))];
  }

  #shape(asked: ListQuery, scope: Scope, after: Position | undefined): ListShape {
    const many = this.#parent?.field.reference?.many;
    const table = many ? `${this.#store.model.resource.table}__${this.#parent?.column}` : undefined;
    const parent = this.#parent && { column: this.#parent.column, table };
    return { ...asked, parent, own: scope === 'own', after, part: undefined };
  }

  #statement(shape: ListShape): Statement<Values, Values> {
    const key = shapeKey(shape);
    let statement = this.#statements.get(key);
    if (!statement) {
      statement = listStatement(this.#records.database, this.#store, shape);
      const [oldest] = this.#statements.keys();
      if (this.#statements.size >= MOST_STATEMENTS && oldest !== undefined) {
        this.#statements.delete(oldest);
      }
      this.#statements.set(key, statement);
    }
    return statement;
  }

  #values({ filters, q, after }: ListShape): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const [index, { property, operator, values: given }] of filters.entries()) {
      const isValue = operator !== 'contains' && operator !== 'null';
      const codec = isValue ? codecOf(this.#records.database, property.field) : undefined;
      for (const [at, value] of given.entries()) {
        values[`filter${index}_${at}`] = codec ? codec.encode(value) : value;
      }
    }
    for (const [index, value] of (after ?? []).entries()) values[`after${index}`] = value;
    if (q !== undefined) values['q'] = asciiLower(q);
    return values;
  }

  /** What a cursor is good for: this list, sorted and filtered in this way. */
  #purpose({ sort, filters, q }: ListQuery, parentId: string | undefined): string {
    return JSON.stringify([
      this.#store.model.path,
      this.#parent?.name,
      parentId,
      sort.map(({ property, descending }) => [property.name, descending]),
      filters.map(({ property, operator, values }) => [property.name, operator, values]),
      q,
    ]);
  }
}

function positionOf(row: Values, { sort }: ListQuery): Position {
  return [...sort.map(({ property }) => property.column), 'id'].map(
    (column) => row[column] as Position[number],
  );
}

/** Databases fold no more than ASCII either. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
