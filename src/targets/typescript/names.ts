import { camelCase, jsonName, pascalCase } from '#blueprint';
import type { Entity, Field } from '#blueprint';

/** Longest name that PostgreSQL keeps whole. */
const LONGEST = 63;
/** Types that the files of a resource import: the user's type of the same name gets a second word. */
const TAKEN = new Set(['RecordOf', 'Rule', 'Lifecycle', 'Resource']);
/** Columns that every table of PostgreSQL has. */
const SYSTEM_COLUMNS = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid']);
/** File names that Windows refuses. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** The TypeScript names of an entity. */
export interface EntityNames {
  /** `Order` */
  readonly type: string;
  /** `orderFields`, `orderRules` … */
  readonly value: (what: 'Fields' | 'Rules' | 'Lifecycle' | 'Resource') => string;
  /** `src/resources/order-lines` */
  readonly folder: string;
  /** `order-line`, the first part of its file names. */
  readonly file: string;
}

export function entityNames(entity: Entity): EntityNames {
  const type = pascalCase(entity.name);
  const camel = camelCase(entity.name);
  return {
    type: TAKEN.has(type) ? `${type}Record` : type,
    value: (what) => camel + what,
    folder: `src/resources/${fileName(entity.plural)}`,
    file: fileName(entity.name),
  };
}

function fileName(name: string): string {
  const bounded = shortened(name, 100, '-');
  return DEVICE.test(bounded) ? `${bounded}-resource` : bounded;
}

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
  return shortened(name, LONGEST - 'x_idx'.length, '_');
}

function shortened(name: string, longest: number, separator: string): string {
  if (name.length <= longest) return name;
  return `${name.slice(0, longest - 9)}${separator}${checksum(name)}`;
}

/** FNV-1a, eight hexadecimal digits. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
