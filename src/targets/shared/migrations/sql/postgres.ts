import { isSameType } from '../convertible.ts';
import { isAlteration } from '../migration.ts';
import type { Alteration, ColumnChange, Migration, TableChange } from '../migration.ts';
import { renameColumns } from './rename-columns.ts';
import { addForeignKey, columnText, createIndex, createTable } from './create-table.ts';
import { guardStatements } from './guards.ts';
import type { Storage } from './storage.ts';
import { quoted } from './text.ts';
import { goneIndexes, goneKeys, newIndexes, newKeys } from '../what-stays.ts';

/**
 * The statements of a migration for PostgreSQL, one by one; run them in one transaction.
 * @param unchecked true: keys need not fit the records that are there, for a way back
 */
export function postgresStatements(
  migration: Migration,
  storage: Storage,
  unchecked = false,
): readonly string[] {
  const { guards, tables } = migration;
  const changed = tables.filter(isAlteration);
  return [
    ...guards.flatMap((guard) => guardStatements(guard, 'postgres')),
    ...changed.flatMap(dropKeysAndIndexes),
    ...tables.flatMap(({ before, after }) =>
      before && !after ? [`drop table ${quoted(before.name)} cascade;`] : [],
    ),
    ...changed.flatMap(renameTable),
    ...tables.flatMap(({ before, after }) =>
      after && !before ? [createTable(after, storage, 'postgres')] : [],
    ),
    ...changed.flatMap((change) => alterColumns(change, storage)),
    ...tables.flatMap(makeIndexes),
    ...tables.flatMap((change) => addKeys(change, unchecked)),
  ];
}

function dropKeysAndIndexes(change: Alteration): readonly string[] {
  const table = quoted(change.before.name);
  return [
    ...goneKeys(change).map(({ name }) => `alter table ${table} drop constraint ${quoted(name)};`),
    ...goneIndexes(change).map(({ name }) => `drop index ${quoted(name)};`),
  ];
}

/** A table that is made later under the old name gets the old name of the primary key, too. */
function renameTable({ before, after }: Alteration): readonly string[] {
  if (before.name === after.name) return [];
  const to = quoted(after.name);
  const key = (name: string) => quoted(`${name}_pkey`);
  return [
    `alter table ${quoted(before.name)} rename to ${to};`,
    `alter table ${to} rename constraint ${key(before.name)} to ${key(after.name)};`,
  ];
}

function alterColumns({ before, after, columns }: Alteration, storage: Storage): readonly string[] {
  const alter = `alter table ${quoted(after.name)}`;
  const kept = new Set(columns.map((change) => change.before));
  const dropped = before.columns.filter((column) => !kept.has(column));
  return [
    ...dropped.map(({ name }) => `${alter} drop column ${quoted(name)};`),
    ...renameColumns(after.name, columns),
    ...columns.flatMap((change) => alterColumn(after.name, alter, change, storage)),
  ];
}

function alterColumn(
  table: string,
  alter: string,
  { before, after, fill }: ColumnChange,
  storage: Storage,
): readonly string[] {
  const column = quoted(after.name);
  const value = fill && storage.literal(fill, after.type, 'postgres');
  const alterIt = `${alter} alter column ${column}`;
  if (!before) {
    const text = columnText(after, storage, 'postgres');
    if (value === undefined) return [`${alter} add column ${text};`];
    // A default for all rows at once costs nothing, whatever their number; new rows are the service's work.
    return [`${alter} add column ${text} default ${value};`, `${alterIt} drop default;`];
  }
  const statements: string[] = [];
  if (!isSameType(before.type, after.type)) {
    const type = storage.columnType(after.type, 'postgres');
    const using = storage.converted(column, before.type, after.type, 'postgres');
    statements.push(`${alterIt} type ${type} using ${using};`);
  }
  if (value !== undefined)
    statements.push(`update ${quoted(table)} set ${column} = ${value} where ${column} is null;`);
  if (before.required !== after.required)
    statements.push(`${alterIt} ${after.required ? 'set' : 'drop'} not null;`);
  return statements;
}

function makeIndexes(change: TableChange): readonly string[] {
  const { after } = change;
  if (!after) return [];
  const made = isAlteration(change) ? newIndexes(change) : after.indexes;
  return made.map((index) => createIndex(after.name, index));
}

function addKeys(change: TableChange, unchecked: boolean): readonly string[] {
  const { after } = change;
  if (!after) return [];
  const made = isAlteration(change) ? newKeys(change) : after.foreignKeys;
  return made.map((key) => addForeignKey(after.name, key, unchecked));
}
