import type { Axis } from './axis.ts';
import type { Run } from './classes.ts';

/** A box of values: for each input one run of classes. */
export type Box = readonly Run[];

/** The rows of a table as runs of classes: `cells[column][row]`. */
export interface Grid {
  readonly axes: readonly Axis[];
  readonly cells: readonly (readonly (readonly Run[])[])[];
}

/** Rows looked at, over all parts; a table that needs more is analysed in part. */
const MAX_WORK = 5_000_000;

/**
 * Divides the space of all inputs into boxes in which the same rows match, column by column, and shows each
 * different set of rows once. An empty set is a gap. False if the work was too much.
 */
export function sweep(
  { axes, cells }: Grid,
  rowCount: number,
  visit: (rows: readonly number[], box: Box) => void,
): boolean {
  const seen = new Set<string>();
  let work = 0;
  const divide = (column: number, rows: readonly number[], box: Box): boolean => {
    const axis = axes[column];
    if (rows.length === 0 || !axis) {
      visit(rows, box);
      return true;
    }
    const key = `${column}:${rows.join(',')}`;
    if (seen.has(key)) return true;
    seen.add(key);
    const column_ = cells[column] ?? [];
    for (const [run, inside] of segments(axis, rows, column_)) {
      if ((work += inside.length + 1) > MAX_WORK) return false;
      if (axis.sample(run) !== undefined && !divide(column + 1, inside, [...box, run]))
        return false;
    }
    return true;
  };
  return divide(
    0,
    Array.from({ length: rowCount }, (_, row) => row),
    [],
  );
}

/** The runs of an axis in which the same rows match. */
function* segments(
  axis: Axis,
  rows: readonly number[],
  cells: readonly (readonly Run[])[],
): Generator<readonly [Run, readonly number[]]> {
  const starts = new Map<number, number[]>();
  const ends = new Map<number, number[]>();
  for (const row of rows) {
    for (const [from, to] of cells[row] ?? []) {
      push(starts, from, row);
      push(ends, to + 1, row);
    }
  }
  const cuts = [...new Set([0, ...starts.keys(), ...ends.keys()])].toSorted((a, b) => a - b);
  const active = new Set<number>();
  for (const [index, cut] of cuts.entries()) {
    for (const row of ends.get(cut) ?? []) active.delete(row);
    for (const row of starts.get(cut) ?? []) active.add(row);
    const end = (cuts[index + 1] ?? axis.last + 1) - 1;
    if (cut <= end) yield [[cut, end], [...active].toSorted((a, b) => a - b)];
  }
}

function push(map: Map<number, number[]>, key: number, row: number): void {
  const known = map.get(key);
  if (known) known.push(row);
  else map.set(key, [row]);
}
