import type { ColumnChange } from '../migration.ts';
import { quoted } from './text.ts';

/** The statements that give columns their new names. */
export function renameColumns(table: string, columns: readonly ColumnChange[]): readonly string[] {
  const renamed = columns.flatMap(({ before, after }) =>
    before && before.name !== after.name ? [{ from: before.name, to: after }] : [],
  );
  // What gives up its name does so before another takes it.
  const isRetired = (one: (typeof renamed)[number]) => one.to.retired !== undefined;
  return [...renamed.filter(isRetired), ...renamed.filter((one) => !isRetired(one))].map(
    ({ from, to }) =>
      `alter table ${quoted(table)} rename column ${quoted(from)} to ${quoted(to.name)};`,
  );
}
