import { isSameType } from './convertible.ts';
import type { Alteration, ColumnChange } from './migration.ts';
import type { Column, ForeignKey, Index } from './schema.ts';

/** True if the database has nothing to do for a table. */
export function isNoChange(change: Alteration): boolean {
  const { before, after, columns } = change;
  return (
    before.name === after.name &&
    before.columns.length === columns.length &&
    columns.every(
      ({ before: last, after: next }) =>
        last?.name === next.name &&
        last.required === next.required &&
        isSameType(last.type, next.type) &&
        !isNarrower(last, next),
    ) &&
    goneIndexes(change).length + newIndexes(change).length === 0 &&
    goneKeys(change).length + newKeys(change).length === 0
  );
}

/** True if a choice lacks some of what may be there. */
export function isNarrower(before: Column, { values }: Column): boolean {
  if (values === undefined) return false;
  return before.values === undefined || before.values.some((value) => !values.includes(value));
}

/** The indexes of the old table that the new one is without. */
export function goneIndexes(change: Alteration): readonly Index[] {
  return change.before.indexes.filter((index) => !staysIndex(index, change));
}

/** The indexes of the new table that are to be made. */
export function newIndexes(change: Alteration): readonly Index[] {
  const { before, after } = change;
  return after.indexes.filter(
    (index) => !isIn(before.indexes, index) || !staysIndex(index, change),
  );
}

/** The foreign keys of the old table that the new one is without. */
export function goneKeys(change: Alteration): readonly ForeignKey[] {
  return change.before.foreignKeys.filter((key) => !staysKey(key, change));
}

/** The foreign keys of the new table that are to be made. */
export function newKeys(change: Alteration): readonly ForeignKey[] {
  const { before, after } = change;
  return after.foreignKeys.filter(
    (key) => !isIn(before.foreignKeys, key) || !staysKey(key, change),
  );
}

function staysIndex(index: Index, { after, columns }: Alteration): boolean {
  return isIn(after.indexes, index) && index.parts.every(({ column }) => stays(column, columns));
}

function staysKey(key: ForeignKey, { after, columns }: Alteration): boolean {
  return isIn(after.foreignKeys, key) && stays(key.column, columns);
}

/** An index follows its column to a new name: only one whose column stays is still the same. */
function stays(name: string, columns: readonly ColumnChange[]): boolean {
  return columns.some(({ before, after }) => before?.name === name && after.name === name);
}

function isIn(list: readonly object[], one: object): boolean {
  const text = JSON.stringify(one);
  return list.some((other) => JSON.stringify(other) === text);
}
