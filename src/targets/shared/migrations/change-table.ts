import { sqlName } from '../database/sql-names.ts';
import { convertible, isSameType } from './convertible.ts';
import type { Alteration, ColumnChange } from './migration.ts';
import type { Column, Table } from './schema.ts';

/** Pairs the columns of a table with those that are wanted; what is left over is retired, or dropped. */
export function changeTable(
  before: Table,
  wanted: Table,
  { number, dropData }: { readonly number: number; readonly dropData: boolean },
): Alteration {
  const used = new Set<Column>();
  const columns = wanted.columns.map((column): ColumnChange => {
    const last = sourceColumn(column, before, wanted);
    if (last) used.add(last);
    const isEmpty = !last || (column.required && !last.required);
    return {
      after: column,
      ...(last && { before: last }),
      ...(isEmpty && column.default && { fill: column.default }),
    };
  });
  for (const column of before.columns) {
    if (used.has(column) || dropData) continue;
    const retired = column.retired === undefined ? retiredColumn(column, number) : column;
    columns.push({ after: retired, before: column });
  }
  return { before, after: { ...wanted, columns: columns.map(({ after }) => after) }, columns };
}

/**
 * Renames a table, for nothing is to read it any more. It loses its indexes and keys: they would cost
 * writes, and keep the records that it refers to from being deleted.
 */
export function retireTable(before: Table, number: number): Alteration {
  const name = retiredName(before.name, number);
  return {
    before,
    after: { ...before, name, foreignKeys: [], indexes: [], retired: before.name },
    columns: before.columns.map((column) => ({ before: column, after: column })),
  };
}

/**
 * The column that holds the values of a wanted one: that of its name, that of the name it had, else the one
 * last retired from it.
 */
function sourceColumn(wanted: Column, before: Table, after: Table): Column | undefined {
  const target = ({ foreignKeys }: Table, column: string) =>
    foreignKeys.find((key) => key.column === column)?.table;
  const to = target(after, wanted.name);
  const fits = (column: Column) =>
    convertible(column.type, wanted.type) !== undefined &&
    // The ids of other records, or any ids, are no references to these.
    (before.retired !== undefined || to === undefined || to === target(before, column.name));
  const called = (name: string | undefined) => before.columns.find((one) => one.name === name);
  const isTaken = after.columns.some(({ name }) => name === wanted.formerly);
  const former = isTaken ? undefined : called(wanted.formerly);
  return (
    [called(wanted.name), former].find((column) => column && fits(column)) ??
    before.columns.findLast(
      ({ retired, type }) => retired === wanted.name && isSameType(type, wanted.type),
    )
  );
}

/** Nothing writes to it any more: it can't be required. */
function retiredColumn({ name, type }: Column, number: number): Column {
  return { name: retiredName(name, number), type, required: false, retired: name };
}

function retiredName(name: string, number: number): string {
  return sqlName(`_retired_${String(number).padStart(4, '0')}_${name}`);
}
