import type { Column, ForeignKey, Index, IndexPart, Table } from '../schema.ts';
import type { Dialect, Storage } from './storage.ts';
import { names, quoted } from './text.ts';

/** The statement that makes a table. Foreign keys are part of it where they can't be added later: on SQLite. */
export function createTable(table: Table, storage: Storage, dialect: Dialect): string {
  const lines = [
    ...table.columns.map((column) => columnText(column, storage, dialect)),
    `primary key (${names(table.primaryKey)})`,
    ...(dialect === 'sqlite' ? table.foreignKeys.map(foreignKeyText) : []),
  ].map((line) => `  ${line}`);
  return `create table ${quoted(table.name)} (\n${lines.join(',\n')}\n)${storage.tableOptions[dialect]};`;
}

/** `"due_date" date not null` */
export function columnText(column: Column, storage: Storage, dialect: Dialect): string {
  const type = storage.columnType(column.type, dialect);
  return `${quoted(column.name)} ${type}${column.required ? ' not null' : ''}`;
}

export function createIndex(table: string, { name, unique, parts }: Index): string {
  const kind = unique ? 'unique index' : 'index';
  return `create ${kind} ${quoted(name)} on ${quoted(table)} (${parts.map(partText).join(', ')});`;
}

/** With `unchecked`, it does not look at the records that are there. */
export function addForeignKey(table: string, key: ForeignKey, unchecked = false): string {
  return `alter table ${quoted(table)} add ${foreignKeyText(key)}${unchecked ? ' not valid' : ''};`;
}

/** A column of an index, or the expression over it. */
export function partText({ column, as }: IndexPart): string {
  if (as === 'lower') return `lower(${quoted(column)})`;
  return as === 'text' ? `cast(${quoted(column)} as text)` : quoted(column);
}

function foreignKeyText({ name, column, table }: ForeignKey): string {
  return `constraint ${quoted(name)} foreign key (${names(['_tenant', column])}) references ${quoted(table)} (${names(['_tenant', 'id'])}) deferrable`;
}
