import { isSameType } from '../convertible.ts';
import { isAlteration } from '../migration.ts';
import type { Alteration, ColumnChange, Migration, TableChange } from '../migration.ts';
import { goneIndexes, goneKeys, newIndexes, newKeys } from '../what-stays.ts';
import { columnText, createIndex, createTable } from './create-table.ts';
import { guardStatements } from './guards.ts';
import type { Storage } from './storage.ts';
import { renameColumns } from './rename-columns.ts';
import { names, quoted } from './text.ts';

/**
 * The statements of a migration for SQLite, one by one; run them in one transaction with `foreign_keys` off
 * (it can't be switched inside of one), and ask `foreign_key_check` before the commit. What `alter table`
 * can't do makes the table anew, as https://sqlite.org/lang_altertable.html (section 7) says.
 */
export function sqliteStatements(migration: Migration, storage: Storage): readonly string[] {
  const { guards, tables } = migration;
  const retired = tables.filter(({ before, after }) => after?.retired !== undefined && before);
  const others = tables.filter(({ before, after }) => after?.retired === undefined || !before);
  return [
    ...guards.flatMap((guard) => guardStatements(guard, 'sqlite')),
    ...tables.flatMap(({ before, after }) =>
      before && !after ? [`drop table ${quoted(before.name)};`] : [],
    ),
    // Those that nothing refers to any more go first: their names may be taken by the others.
    ...[...retired, ...others].flatMap((change) => changeStatements(change, storage)),
  ];
}

function changeStatements(change: TableChange, storage: Storage): readonly string[] {
  const { after } = change;
  if (!after) return [];
  const indexes = after.indexes.map((index) => createIndex(after.name, index));
  if (!isAlteration(change)) return [createTable(after, storage, 'sqlite'), ...indexes];
  return canAlter(change) ? alter(change, storage) : [...rebuild(change, storage), ...indexes];
}

/** Renamed columns and new empty ones, and indexes: nothing that a table knows by its text. */
function canAlter(change: Alteration): boolean {
  const { before, after, columns } = change;
  const isAll = before.columns.every((column) => columns.some((one) => one.before === column));
  const isSimple = columns.every(({ before: last, after: next, fill }) =>
    last
      ? last.required === next.required && isSameType(last.type, next.type) && !fill
      : !next.required && !fill,
  );
  return (
    isAll &&
    isSimple &&
    before.name === after.name &&
    goneKeys(change).length + newKeys(change).length === 0
  );
}

function alter(change: Alteration, storage: Storage): readonly string[] {
  const { after, columns } = change;
  const added = columns.filter(({ before }) => !before);
  return [
    ...goneIndexes(change).map(({ name }) => `drop index ${quoted(name)};`),
    ...renameColumns(after.name, columns),
    ...added.map(
      (one) =>
        `alter table ${quoted(after.name)} add column ${columnText(one.after, storage, 'sqlite')};`,
    ),
    ...newIndexes(change).map((index) => createIndex(after.name, index)),
  ];
}

/** Dropping the old table drops its indexes. */
function rebuild({ before, after, columns }: Alteration, storage: Storage): readonly string[] {
  const made = { ...after, name: '_new' };
  const copied = columns.flatMap((change) => {
    const value = valueOf(change, storage);
    return value === undefined ? [] : [{ name: change.after.name, value }];
  });
  return [
    createTable(made, storage, 'sqlite'),
    `insert into "_new" (${names(copied.map(({ name }) => name))})\nselect ${copied.map(({ value }) => value).join(', ')} from ${quoted(before.name)};`,
    `drop table ${quoted(before.name)};`,
    `alter table "_new" rename to ${quoted(after.name)};`,
  ];
}

function valueOf({ before, after, fill }: ColumnChange, storage: Storage): string | undefined {
  const value = fill && storage.literal(fill, after.type, 'sqlite');
  // The guard has seen to it that there is no record.
  if (!before) return value ?? (after.required ? 'null' : undefined);
  const column = quoted(before.name);
  const kept = isSameType(before.type, after.type)
    ? column
    : storage.converted(column, before.type, after.type, 'sqlite');
  return value === undefined ? kept : `coalesce(${kept}, ${value})`;
}
