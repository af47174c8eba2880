import { orderOf } from '../compare.ts';
import type { Value } from '../value.ts';

/** The constants in order, each once; undefined where they are of different types. */
export function pointsOf(values: readonly Value[]): readonly Value[] | undefined {
  const [first] = values;
  if (first === undefined) return [];
  if (values.some((value) => typeof orderOf(first, value) !== 'number')) return undefined;
  const sorted = values.toSorted(compare);
  return sorted.filter(
    (value, index) => index === 0 || compare(sorted[index - 1] ?? value, value) !== 0,
  );
}

/** The place of a value among points in order; that of the next larger one if it is none. */
export function placeAmong(points: readonly Value[], value: Value): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(points[middle] ?? value, value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Negative, zero or positive; zero also for what has no order. */
export function compare(a: Value, b: Value): number {
  const order = orderOf(a, b);
  return typeof order === 'number' ? order : 0;
}
