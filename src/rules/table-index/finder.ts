import type { Column } from './column.ts';
import { KeyRows } from './key-rows.ts';
import { RowBits } from './row-bits.ts';

/** How rows are found: by one input that tells most of them apart, by bits of all inputs, or one by one. */
export type TablePlan = 'key' | 'bits' | 'scan';

/** Finds the rows, by their places, that hold for a class of each column; follows the columns as they change. */
export interface Finder {
  readonly plan: TablePlan;
  /** Writes places in ascending order into `rows`, up to `limit` of them; gives how many there are. */
  find(classes: Int32Array, rows: Int32Array, limit: number): number;
  /** A class of a column became three. */
  split(column: number, ofClass: number): void;
  /** The columns know the row already. */
  add(place: number): void;
  /** The columns still know the row. */
  remove(place: number): void;
  /** False if rows have changed so much that another plan would be better. */
  readonly isFit: boolean;
}

/** Chooses by the shape of the table. */
export function finderOf(columns: readonly Column[], placeCount: number): Finder {
  return KeyRows.of(columns, placeCount) ?? new RowBits(columns, placeCount);
}
