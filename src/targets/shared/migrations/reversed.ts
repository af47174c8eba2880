import type { ColumnChange, Migration, TableChange } from './migration.ts';
import { isSameType } from './convertible.ts';

/**
 * The way back, for tools that know it (Alembic's `downgrade`). What a migration made is dropped, what it
 * retired gets its name back, and what it dropped comes back empty. Values that an older type has no place
 * for are cut or lost, and what may be missing by now is not required again: nothing stops the way back.
 */
export function reversed({ number, tables, accounts }: Migration): Migration {
  return { number, guards: [], tables: tables.map(reversedTable), accounts };
}

function reversedTable({ before, after, columns }: TableChange): TableChange {
  if (!before || !after)
    return { ...(after && { before: after }), ...(before && { after: before }), columns: [] };
  const back = before.columns.map((column): ColumnChange => {
    const change = columns.find((one) => one.before === column);
    if (!change) return { after: { ...column, required: false } };
    const isSafe = change.after.required && isSameType(column.type, change.after.type);
    return { before: change.after, after: { ...column, required: column.required && isSafe } };
  });
  const columnsBefore = back.map((one) => one.after);
  return { before: after, after: { ...before, columns: columnsBefore }, columns: back };
}
