import type { DefaultValue } from '#blueprint';
import type { ColumnType } from '../schema.ts';

export type Dialect = 'sqlite' | 'postgres';

/** How the services of one target keep values, in the words of each database. */
export interface Storage {
  /** The type of a column, exactly as the first migration of the target makes it. */
  columnType(type: ColumnType, dialect: Dialect): string;
  /** What follows the closing bracket of `create table`. */
  readonly tableOptions: Readonly<Record<Dialect, string>>;
  /** A default as an SQL expression: a literal, or the moment of the migration. */
  literal(value: DefaultValue, type: ColumnType, dialect: Dialect): string;
  /** An expression of one type as another that it converts to without loss; see `convertible`. */
  converted(expression: string, from: ColumnType, to: ColumnType, dialect: Dialect): string;
}
