import { canOverflow } from './convertible.ts';
import type { Alteration, ColumnChange, Guard } from './migration.ts';
import { isNarrower, newIndexes, newKeys } from './what-stays.ts';

/**
 * What existing records of a table can't follow.
 * @param oldName the name that a wanted table has before the migration; undefined if it is new
 */
export function guardsOf(
  change: Alteration,
  oldName: (table: string) => string | undefined,
): readonly Guard[] {
  return [
    ...change.columns.flatMap((column) => columnGuards(change, column)),
    ...duplicateGuards(change),
    ...danglingGuards(change, oldName),
  ];
}

const STATE =
  'give them a value in this migration, or a default in the requirements before it is made.';

function columnGuards(
  { before: { name: table }, after: { name: entity } }: Alteration,
  { before, after, fill }: ColumnChange,
): readonly Guard[] {
  if (after.retired !== undefined) return [];
  const isLeftEmpty = after.required && fill === undefined;
  if (!before) {
    if (!isLeftEmpty) return [];
    const message = `There are records of ${entity}, and the new ${after.name} is required: ${STATE}`;
    return [{ kind: 'any-record', table, column: after.name, message }];
  }
  const guards: Guard[] = [];
  const column = before.name;
  if (isLeftEmpty && !before.required) {
    const message = `There are records of ${entity} without ${after.name}, which is required now: ${STATE}`;
    guards.push({ kind: 'missing', table, column, message });
  }
  if (after.values !== undefined && isNarrower(before, after)) {
    const message = `There are records of ${entity} whose ${after.name} is none of ${after.values.join(', ')}: change them first.`;
    guards.push({ kind: 'other-value', table, column, values: after.values, message });
  }
  if (canOverflow(before.type, after.type)) {
    const message = `There are records of ${entity} whose ${after.name} does not fit into its new type: change them first.`;
    guards.push({ kind: 'too-large', table, column, from: before.type, to: after.type, message });
  }
  return guards;
}

/** For each unique index that is new. */
function duplicateGuards(change: Alteration): readonly Guard[] {
  const { before, after, columns } = change;
  const oldNames = new Map(columns.map((one) => [one.after.name, one.before?.name]));
  return newIndexes(change)
    .filter(({ unique }) => unique)
    .flatMap((index) => {
      const parts = index.parts.flatMap((part) => {
        const column = oldNames.get(part.column);
        return column === undefined ? [] : [{ ...part, column }];
      });
      // A new column is empty, and what is empty does not collide; defaults do when the index is made.
      if (parts.length < index.parts.length) return [];
      const what = index.parts.slice(1).map(({ column }) => column);
      const message = `There are records of ${after.name} with the same ${what.join(' and ')}, which is unique now: change them first.`;
      return [
        {
          kind: 'duplicate',
          table: before.name,
          column: index.parts[1]?.column ?? '',
          index: { ...index, parts },
          message,
        },
      ];
    });
}

/** For each reference that comes back: what it refers to may have been deleted while nothing looked. */
function danglingGuards(
  change: Alteration,
  oldName: (table: string) => string | undefined,
): readonly Guard[] {
  const { before, after, columns } = change;
  return newKeys(change).flatMap((key) => {
    const column = columns.find((one) => one.after.name === key.column)?.before?.name;
    if (column === undefined) return [];
    const message = `There are records of ${after.name} whose ${key.column} is no longer there: change them first.`;
    return [{ kind: 'dangling', table: before.name, column, to: oldName(key.table), message }];
  });
}
