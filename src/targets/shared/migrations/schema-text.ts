import type { Schema } from './schema.ts';

/** Where a service keeps the schema that its migrations lead to. */
export const SCHEMA_PATH = '.microforge/schema.json';

/** A schema as JSON: a line for each column, index and key, so that a diff of two versions is readable. */
export function schemaText({ tables, ...schema }: Schema): string {
  const lines = (what: string, items: readonly object[]) =>
    `"${what}":[${items.map((item) => `\n${JSON.stringify(item)}`).join(',')}]`;
  const rows = tables.map(({ columns, indexes, foreignKeys, ...table }) =>
    [
      `{${JSON.stringify({ ...table, formerly: undefined }).slice(1, -1)}`,
      // What records get that are there already is told by the requirements each time.
      lines(
        'columns',
        columns.map((column) => ({ ...column, default: undefined, formerly: undefined })),
      ),
      lines('indexes', indexes),
      `${lines('foreignKeys', foreignKeys)}}`,
    ].join(',\n'),
  );
  const head = JSON.stringify({ formatVersion: 1, ...schema }).slice(0, -1);
  return `${head},"tables":[\n${rows.join(',\n')}]}\n`;
}
