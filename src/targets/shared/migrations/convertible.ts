import type { ColumnType } from './schema.ts';

/** Beyond this SQLite keeps decimals as text, in a form that SQL can't calculate with. */
const EXACT_DIGITS = 15;

/**
 * How values go from one type to another without losing anything: `same` need no change (whatever the type
 * of the field was, text is text), `convert` do, and where they may not all fit a guard must ask. Undefined:
 * they don't go; the old column is retired and a new one added.
 */
export function convertible(from: ColumnType, to: ColumnType): 'same' | 'convert' | undefined {
  if (isSameType(from, to)) return 'same';
  if (to.kind === 'decimal') {
    const isExact = from.kind === 'integer' || (from.kind === 'decimal' && isSmall(from));
    return isExact && isSmall(to) ? 'convert' : undefined;
  }
  const pair = `${from.kind} ${to.kind}`;
  return PAIRS.has(pair) ? 'convert' : undefined;
}

const PAIRS = new Set(['integer number', 'integer text', 'uuid text', 'date datetime']);

/** True if some value of a type does not fit into another that it converts to. */
export function canOverflow(from: ColumnType, to: ColumnType): boolean {
  if (to.kind !== 'decimal') return false;
  if (from.kind !== 'decimal') return true;
  return to.scale < from.scale || to.precision - to.scale < from.precision - from.scale;
}

export function isSameType(one: ColumnType, other: ColumnType): boolean {
  if (one.kind !== 'decimal' || other.kind !== 'decimal') return one.kind === other.kind;
  return one.precision === other.precision && one.scale === other.scale;
}

function isSmall({ precision }: Extract<ColumnType, { kind: 'decimal' }>): boolean {
  return precision <= EXACT_DIGITS;
}
