import { createRandom, type Random } from '../../src/verify/fuzz/random.ts';
import type { Column, Schema, Table } from '../../src/targets/shared/migrations/schema.ts';
import type { Storage } from '../../src/targets/shared/migrations/sql/storage.ts';

const TENANT = id(0);

/** Random rows for all tables, as `insert` statements in an order that keeps references whole. */
export function randomRows(
  schema: Schema,
  seed: number,
  { literal }: Pick<Storage, 'literal'>,
  dialect: 'sqlite' | 'postgres',
): readonly string[] {
  const random = createRandom(seed);
  const statements: string[] = [];
  const ids = new Map<string, readonly string[]>();
  const uuid = (text: string) => literal({ kind: 'value', value: text }, { kind: 'uuid' }, dialect);
  for (const table of inOrder(schema)) {
    const made: string[] = [];
    const isPairs = !table.columns.some(({ name }) => name === 'id');
    const count = isPairs ? 1 : random.below(4);
    for (let number = 0; number < count; number += 1) {
      const row = new Map<string, string>();
      for (const column of table.columns) {
        const key = table.foreignKeys.find((one) => one.column === column.name);
        const there = key ? (ids.get(key.table) ?? []) : [];
        if (column.name === '_tenant' || column.name === '_created_by')
          row.set(column.name, uuid(TENANT));
        else if (column.name === 'id')
          row.set('id', uuid(made[made.push(id(1 + statements.length * 7 + number)) - 1] ?? ''));
        else if (key && there.length > 0 && (column.required || random.below(3) > 0))
          row.set(column.name, uuid(random.pick(there)));
        else if (key && column.required) row.set(column.name, 'null');
        else if (!key && (column.required || random.below(3) > 0))
          row.set(column.name, value(random, column, number, literal, dialect));
      }
      // A row that must refer to something can't be made where there is nothing.
      if ([...row.values()].includes('null')) {
        if (!isPairs) made.pop();
        continue;
      }
      const columns = [...row.keys()].map((name) => `"${name}"`).join(', ');
      statements.push(
        `insert into "${table.name}" (${columns}) values (${[...row.values()].join(', ')})`,
      );
    }
    ids.set(table.name, made);
  }
  return statements;
}

function value(
  random: Random,
  { type, values }: Column,
  number: number,
  literal: Storage['literal'],
  dialect: 'sqlite' | 'postgres',
): string {
  const say = (given: string | number | boolean) =>
    literal({ kind: 'value', value: given }, type, dialect);
  const unique = number * 10 + random.below(10);
  switch (type.kind) {
    case 'text':
      return say(values ? random.pick(values) : `it's "${unique}" — ü`);
    case 'integer':
      return say(unique - 15);
    case 'number':
      return say(unique / 4);
    case 'boolean':
      return say(random.below(2) === 0);
    case 'date':
      return say(`2026-01-${String(1 + (unique % 28)).padStart(2, '0')}`);
    case 'datetime':
      return say(`2026-01-31T09:30:00.${String(100 + unique)}Z`);
    case 'uuid':
      return say(id(100_000 + unique));
    case 'decimal': {
      const whole = type.precision > type.scale ? String(unique % 9) : '0';
      const sign = random.below(3) === 0 && whole !== '0' ? '-' : '';
      return say(`${sign}${whole}${type.scale > 0 ? '.5' : ''}`);
    }
    case 'json':
      return literal({ kind: 'value', value: [`a'${unique}`, 'b'] }, type, dialect);
  }
}

function id(number: number): string {
  return `0190a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** The tables in an order in which each comes after those that it refers to, circles aside. */
function inOrder({ tables }: Schema): readonly Table[] {
  const ordered = new Set<Table>();
  const visit = (table: Table, above: readonly Table[]): void => {
    if (ordered.has(table) || above.includes(table)) return;
    for (const key of table.foreignKeys) {
      const target = tables.find(({ name }) => name === key.table);
      if (target) visit(target, [...above, table]);
    }
    ordered.add(table);
  };
  for (const table of tables) visit(table, []);
  return [...ordered];
}
