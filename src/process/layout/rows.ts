import type { Link } from './rank.ts';

/** A node of the grid: a node of the process, or (with `size` 0) a place that a long way passes. */
export interface Cell {
  readonly column: number;
  /** Bands lie below each other: lanes. */
  readonly band: number;
}

/**
 * Rows: each cell stands where those before it stand, as near as the others of its column let it; bands do not
 * mix. Gives the row of each cell, counted over all bands.
 */
export function rowsOf(cells: readonly Cell[], links: readonly Link[]): readonly number[] {
  const before = Array.from({ length: cells.length }, (): number[] => []);
  const after = Array.from({ length: cells.length }, (): number[] => []);
  const lower = new Set<number>();
  for (const { from, to, below } of links) {
    before[to]?.push(from);
    after[from]?.push(to);
    if (below) lower.add(to);
  }
  const bands = 1 + Math.max(0, ...cells.map(({ band }) => band));
  const columns: number[][] = [];
  for (const [index, { column }] of cells.entries()) (columns[column] ??= []).push(index);
  const row = Array.from({ length: cells.length }, () => 0);
  const middle = (nodes: readonly number[], fallback: number): number =>
    nodes.length === 0
      ? fallback
      : nodes.reduce((sum, node) => sum + (row[node] ?? 0), 0) / nodes.length;
  // Forward, back, and forward again: neighbours pull from both sides.
  for (const neighbours of [before, after, before]) {
    const isBackward = neighbours === after;
    for (const column of isBackward ? columns.toReversed() : columns) {
      const wished = new Map(
        (column ?? []).map((node) => [
          node,
          middle(neighbours[node] ?? [], row[node] ?? 0) + (lower.has(node) && !isBackward ? 1 : 0),
        ]),
      );
      for (let band = 0; band < bands; band += 1) {
        const nodes = (column ?? []).filter((node) => cells[node]?.band === band);
        nodes.sort((a, b) => (wished.get(a) ?? 0) - (wished.get(b) ?? 0) || a - b);
        placeApart(nodes, wished, row);
      }
    }
  }
  return stackBands(cells, row, bands);
}

/** Rows in this order, at least one apart, that miss the wished ones little. */
function placeApart(
  nodes: readonly number[],
  wished: ReadonlyMap<number, number>,
  row: number[],
): void {
  let next = Number.NEGATIVE_INFINITY;
  let shift = 0;
  for (const node of nodes) {
    const at = Math.max(next, Math.round(wished.get(node) ?? 0));
    shift += at - (wished.get(node) ?? 0);
    row[node] = at;
    next = at + 1;
  }
  // What pushed each other down goes up by what it was pushed on the average.
  const up = Math.floor(shift / Math.max(1, nodes.length));
  for (const node of nodes) row[node] = (row[node] ?? 0) - up;
}

function stackBands(
  cells: readonly Cell[],
  row: readonly number[],
  bands: number,
): readonly number[] {
  const [low, high] = [new Map<number, number>(), new Map<number, number>()];
  for (const [index, { band }] of cells.entries()) {
    const at = row[index] ?? 0;
    low.set(band, Math.min(low.get(band) ?? at, at));
    high.set(band, Math.max(high.get(band) ?? at, at));
  }
  const offset: number[] = [];
  let next = 0;
  for (let band = 0; band < bands; band += 1) {
    offset.push(next - (low.get(band) ?? 0));
    next += Math.max(1, (high.get(band) ?? 0) - (low.get(band) ?? 0) + 1);
  }
  return cells.map(({ band }, index) => (row[index] ?? 0) + (offset[band] ?? 0));
}
