import { isAlteration } from './migration.ts';
import type { ColumnChange, Migration, TableChange } from './migration.ts';
import type { ColumnType } from './schema.ts';
import { goneIndexes, goneKeys, isNarrower, newIndexes, newKeys } from './what-stays.ts';
import { isSameType } from './convertible.ts';

/** What a migration does, a line for each table or column, in the words of the database. */
export function describeMigration({ tables, accounts }: Migration): readonly string[] {
  const changes = tables.flatMap(describeTable);
  return accounts ? ['the tables of accounts are new', ...changes] : changes;
}

function describeTable(change: TableChange): readonly string[] {
  const { before, after } = change;
  if (!isAlteration(change)) {
    if (after) return [`${after.name} is new`];
    return [`${before?.name} and its records are dropped`];
  }
  if (change.after.retired !== undefined)
    return [`${change.before.name} is retired: its records stay in ${change.after.name}`];
  const restored =
    change.before.name === change.after.name
      ? []
      : change.before.retired === undefined
        ? [`${change.before.name} is now ${change.after.name}`]
        : [`${change.after.name} is back, with the records of ${change.before.name}`];
  const kept = new Set(change.columns.map((column) => column.before));
  const dropped = change.before.columns
    .filter((column) => !kept.has(column))
    .map(({ name }) => `${change.after.name}.${name} and its values are dropped`);
  const columns = change.columns.flatMap((column) => describeColumn(change.after.name, column));
  const lines = [...restored, ...columns, ...dropped];
  const indexes = [...goneIndexes(change), ...newIndexes(change)].map(({ name }) => name);
  const keys = [...goneKeys(change), ...newKeys(change)].map(({ name }) => name);
  // Those of a changed column go without saying.
  if (lines.length === 0)
    return [`${change.after.name}: ${[...new Set([...indexes, ...keys])].join(', ')}`];
  return lines;
}

function describeColumn(table: string, { before, after, fill }: ColumnChange): readonly string[] {
  const name = `${table}.${after.name}`;
  const filled = fill ? `, ${valueText(fill)} in the records that are there` : '';
  if (!before) return [`${name} is new${filled}`];
  if (after.retired !== undefined && before.name !== after.name)
    return [`${table}.${before.name} is retired: its values stay in ${after.name}`];
  const said: string[] = [];
  if (before.retired !== undefined && after.retired === undefined)
    said.push(`${name} is back, with its old values`);
  else if (before.name !== after.name) said.push(`${table}.${before.name} is now ${name}`);
  if (!isSameType(before.type, after.type))
    said.push(`${name}: ${typeText(before.type)} becomes ${typeText(after.type)}`);
  if (before.required !== after.required)
    said.push(`${name} is ${after.required ? `required${filled}` : 'optional'}`);
  if (isNarrower(before, after)) said.push(`${name} has fewer choices`);
  return said;
}

function valueText(fill: NonNullable<ColumnChange['fill']>): string {
  return fill.kind === 'value' ? JSON.stringify(fill.value) : fill.kind;
}

function typeText(type: ColumnType): string {
  return type.kind === 'decimal' ? `decimal(${type.precision},${type.scale})` : type.kind;
}
