import { changeTable, retireTable } from './change-table.ts';
import { guardsOf } from './guards-of.ts';
import type { Guard, Migration, TableChange } from './migration.ts';
import type { Schema, Table } from './schema.ts';
import { isNoChange } from './what-stays.ts';

/** What a migration is planned from. */
export interface MigrationInput {
  /** What the last migration left, retired tables and columns included. */
  readonly before: Schema;
  /** What the requirements want now. */
  readonly wanted: Schema;
  /** The number of the migration, if there is to be one. */
  readonly number: number;
  /** True: what the requirements no longer name is dropped, what was retired earlier too. */
  readonly dropData: boolean;
}

/** What the database holds afterwards, and the way there; none if the database has nothing to do. */
export interface PlannedMigration {
  readonly schema: Schema;
  readonly migration?: Migration;
}

/**
 * Plans the way from the tables that are there to those that are wanted.
 *
 * Nothing is lost unasked: a column or table that is no longer wanted is renamed to `_retired_…` and keeps
 * its values, and gets its name back when the requirements name it again with the same type. What existing
 * records can't follow (no value for a required field, a choice that is gone, duplicates of what must be
 * unique) is a guard: the migration refuses such a database and changes nothing.
 */
export function planMigration(input: MigrationInput): PlannedMigration {
  const { before, wanted, number, dropData } = input;
  const guards: Guard[] = [];
  const tables: TableChange[] = [];
  const result: Table[] = [];
  const seen = new Set<Table>();
  for (const table of wanted.tables) {
    const last = sourceOf(table.name, before.tables) ?? renamed(table, input);
    if (!last || isOther(last, table)) {
      tables.push({ after: table, columns: [] });
      result.push(table);
      continue;
    }
    seen.add(last);
    const change = changeTable(last, table, input);
    const targetOf = (name: string) => sourceOf(name, before.tables)?.name;
    guards.push(...guardsOf(change, targetOf));
    result.push(change.after);
    if (!isNoChange(change)) tables.push(change);
  }
  for (const table of before.tables) {
    if (seen.has(table)) continue;
    if (dropData) tables.push({ before: table, columns: [] });
    else if (table.retired === undefined) {
      const retired = retireTable(table, number);
      tables.push(retired);
      result.push(retired.after);
    } else result.push(table);
  }
  const accounts = wanted.hasAccounts && !before.hasAccounts;
  const hasAccounts = wanted.hasAccounts || before.hasAccounts;
  const schema = { access: wanted.access, hasAccounts, tables: result };
  if (tables.length === 0 && !accounts) return { schema };
  return { schema, migration: { number, guards, tables, accounts } };
}

/** The table that holds the records of a wanted one: that of its name, else the one last retired from it. */
function sourceOf(name: string, tables: readonly Table[]): Table | undefined {
  return (
    tables.find((table) => table.name === name) ??
    tables.findLast(({ retired }) => retired === name)
  );
}

/** True if the pairs of one table are none of the other: a key of theirs refers to something else. */
function isOther(last: Table, { primaryKey, foreignKeys }: Table): boolean {
  return last.foreignKeys.some(
    ({ column, table }) =>
      primaryKey.includes(column) &&
      foreignKeys.some((key) => key.column === column && key.table !== table),
  );
}

/** The table of pairs of a reference that had another name, unless one of that name is still wanted. */
function renamed({ formerly }: Table, { before, wanted }: MigrationInput): Table | undefined {
  const isWanted = wanted.tables.some(({ name }) => name === formerly);
  return isWanted ? undefined : before.tables.find(({ name }) => name === formerly);
}
