import type { Column, ColumnType, ForeignKey, Index, Schema, Table } from './schema.ts';

/** Reads what `schemaText` wrote; undefined if it is something else: it was on a user's disk. */
export function readSchema(text: string): Schema | undefined {
  try {
    const { formatVersion, access, hasAccounts, tables } = fields(JSON.parse(text));
    if (formatVersion !== 1) return undefined;
    if (access !== 'accounts' && access !== 'public') return undefined;
    return { access, hasAccounts: flag(hasAccounts), tables: list(tables, table) };
  } catch {
    return undefined;
  }
}

function table(json: unknown): Table {
  const { name, columns, primaryKey, foreignKeys, indexes, retired } = fields(json);
  return {
    name: word(name),
    primaryKey: list(primaryKey, word),
    ...(retired !== undefined && { retired: word(retired) }),
    columns: list(columns, column),
    indexes: list(indexes, index),
    foreignKeys: list(foreignKeys, foreignKey),
  };
}

function column(json: unknown): Column {
  const { name, type, required, values, retired } = fields(json);
  return {
    name: word(name),
    type: columnType(type),
    required: flag(required),
    ...(values !== undefined && { values: list(values, String) }),
    ...(retired !== undefined && { retired: word(retired) }),
  };
}

const KINDS = ['text', 'integer', 'number', 'boolean', 'date', 'datetime', 'uuid', 'json'] as const;

function columnType(json: unknown): ColumnType {
  const { kind, precision, scale } = fields(json);
  if (kind === 'decimal') return { kind, precision: digits(precision), scale: digits(scale) };
  const known = KINDS.find((one) => one === kind);
  return known === undefined ? wrong() : { kind: known };
}

function index(json: unknown): Index {
  const { name, unique, parts } = fields(json);
  return {
    name: word(name),
    unique: flag(unique),
    parts: list(parts, (part) => {
      const { column: of, as } = fields(part);
      if (as === undefined) return { column: word(of) };
      return as === 'lower' || as === 'text' ? { column: word(of), as } : wrong();
    }),
  };
}

function foreignKey(json: unknown): ForeignKey {
  const { name, column: of, table: to } = fields(json);
  return { name: word(name), column: word(of), table: word(to) };
}

function fields(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
    ? Object.fromEntries(Object.entries(json))
    : wrong();
}

function list<T>(json: unknown, item: (json: unknown) => T): readonly T[] {
  return Array.isArray(json) ? json.map(item) : wrong();
}

/** A name goes into SQL: those that we make have nothing else in them. */
function word(json: unknown): string {
  return typeof json === 'string' && /^\w{1,63}$/.test(json) ? json : wrong();
}

function digits(json: unknown): number {
  return typeof json === 'number' && Number.isInteger(json) && json >= 0 && json <= 38
    ? json
    : wrong();
}

function flag(json: unknown): boolean {
  return typeof json === 'boolean' ? json : wrong();
}

function wrong(): never {
  throw new Error('This is no schema of ours.');
}
