import { boundedName } from '../text/bounded-name.ts';
import type { Migration } from './migration.ts';

/** `0002-task-due-date` for one change, `0002-task-and-2-more` for several. */
export function migrationName({ number, tables, accounts }: Migration): string {
  const [change] = tables;
  const table = change?.after?.retired ?? change?.after?.name ?? change?.before?.name ?? 'accounts';
  const columns = (change?.columns ?? []).flatMap(({ before, after }) =>
    before?.name === after.name ? [] : [after.retired ?? after.name],
  );
  const more = tables.length - 1 + Number(accounts && tables.length > 0);
  const [column] = columns;
  const what = [
    table,
    ...(more === 0 && columns.length === 1 && column !== undefined ? [column] : []),
    ...(more > 0 ? [`and_${more}_more`] : []),
  ];
  const words =
    what
      .join('_')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return `${String(number).padStart(4, '0')}-${boundedName(words.join('-'), 60, '-')}`;
}
