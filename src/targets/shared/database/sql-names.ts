import { jsonName } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import { boundedName } from '../text/bounded-name.ts';

/** Longest name that PostgreSQL keeps whole. */
const LONGEST = 63;
/** Columns that every table of PostgreSQL has. */
const SYSTEM_COLUMNS = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid']);

/** The table of an entity. Our own begin with `_`, which no name of a user does. */
export function tableName(entity: Entity): string {
  const name = entity.name.replaceAll('-', '_');
  return sqlName(name.startsWith('sqlite_') ? `t_${name}` : name);
}

/** The column of a field: its JSON name in snake_case. */
export function columnName(field: Field): string {
  const name = derivedColumn(jsonName(field));
  return sqlName(SYSTEM_COLUMNS.has(name) ? `${name}_` : name);
}

/** What the service takes for the column where none is given. */
export function derivedColumn(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** An SQL identifier that every database keeps whole; long ones end in a checksum. */
export function sqlName(name: string): string {
  return boundedName(name, LONGEST - 'x_idx'.length, '_');
}
