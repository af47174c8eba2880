import type { Range, Value } from '../value.ts';
import type { CellSet } from './cell-set.ts';
import { placeAmong } from './points.ts';

/** Classes from `from` to `to`, both included. */
export type Run = readonly [from: number, to: number];

/**
 * The classes of a set, in order. The points divide all values: point i is class 2i + 1, what lies below it
 * class 2i, and the last class is all above the last point. The limits of the set are points.
 */
export function classesOf(set: CellSet, points: readonly Value[]): readonly Run[] {
  const last = 2 * points.length;
  switch (set.kind) {
    case 'range':
      return ofRange(set.range, points);
    case 'not':
      return without(classesOf(set.set, points), last);
    case 'any':
      return merged(set.sets.flatMap((part) => classesOf(part, points)));
    case 'all': {
      // All of them: not one of those outside of any.
      const outside = set.sets.flatMap((part) => without(classesOf(part, points), last));
      return without(merged(outside), last);
    }
  }
}

function ofRange(
  { low, high, lowIncluded, highIncluded }: Range,
  points: readonly Value[],
): readonly Run[] {
  const classOf = (value: Value) => 2 * placeAmong(points, value) + 1;
  const from = low === undefined ? 0 : classOf(low) + (lowIncluded ? 0 : 1);
  const to = high === undefined ? 2 * points.length : classOf(high) - (highIncluded ? 0 : 1);
  return from <= to ? [[from, to]] : [];
}

function without(runs: readonly Run[], last: number): readonly Run[] {
  const rest: Run[] = [];
  let from = 0;
  for (const [start, end] of runs) {
    if (start > from) rest.push([from, start - 1]);
    from = end + 1;
  }
  if (from <= last) rest.push([from, last]);
  return rest;
}

function merged(runs: readonly Run[]): readonly Run[] {
  const result: [number, number][] = [];
  for (const [from, to] of runs.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
