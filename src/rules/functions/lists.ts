import { calculate } from '../calculate.ts';
import { equalValues, orderOf, same } from '../compare.ts';
import { conjunction, disjunction } from '../interpret/logic.ts';
import { compareNumbers, divideNumbers, multiplyNumbers } from '../number.ts';
import type { Numeric } from '../number.ts';
import { Unknown } from '../unknown.ts';
import { isList, isNumeric } from '../value.ts';
import type { Value } from '../value.ts';
import { asList, ofItems, ofList } from './builtin.ts';
import type { Builtin } from './builtin.ts';
import { total } from './numbers.ts';

/** What a list says as a whole. */
export const lists = {
  'list contains': ([list, element]) => {
    const items = list === undefined ? undefined : asList(list);
    if (!items || element === undefined) return undefined;
    return items.some((item) => equalValues(item, element) === true);
  },
  count: ofList((list) => list.length),
  min: ofItems((items) => extreme(items, -1)),
  max: ofItems((items) => extreme(items, 1)),
  sum: ofItems((items) => {
    const [first, ...rest] = items;
    if (first === undefined) return undefined;
    if (isNumeric(first)) return total(items);
    return rest.reduce<Value>((sum, item) => calculate('add', sum, item), first);
  }),
  mean: ofItems((items) => {
    const sum = total(items);
    return sum === undefined || items.length === 0 ? undefined : divideNumbers(sum, items.length);
  }),
  product: ofItems((items) => {
    let product: Numeric = 1;
    if (items.length === 0) return undefined;
    for (const item of items) {
      const next: Numeric | undefined = isNumeric(item)
        ? multiplyNumbers(product, item)
        : undefined;
      if (next === undefined) return undefined;
      product = next;
    }
    return product;
  }),
  median: ofItems((items) => {
    const sorted = sortedNumbers(items);
    const half = sorted && Math.floor(sorted.length / 2);
    if (!sorted || half === undefined) return undefined;
    const [low, high] = [sorted[half - 1], sorted[half]];
    if (high === undefined || sorted.length % 2 === 1) return high;
    const sum = total([low ?? high, high]);
    return sum === undefined ? undefined : divideNumbers(sum, 2);
  }),
  mode: ofItems((items) => {
    const sorted = sortedNumbers(items);
    if (!sorted) return undefined;
    const values = sorted.filter((value, index) => !same(value, sorted[index - 1]));
    const counts = values.map((value) => sorted.filter((item) => same(item, value)).length);
    const most = Math.max(...counts);
    return values.filter((_, index) => counts[index] === most);
  }),
  all: ofItems((items) =>
    flat(items).every(isTruth) ? conjunction(items.length, (at) => items[at] ?? true) : undefined,
  ),
  any: ofItems((items) =>
    flat(items).every(isTruth) ? disjunction(items.length, (at) => items[at] ?? true) : undefined,
  ),
} satisfies Record<string, Builtin>;

function isTruth(value: Value): boolean {
  return typeof value === 'boolean' || value instanceof Unknown;
}

function extreme(items: readonly Value[], sign: 1 | -1): Value | undefined {
  let best: Value | undefined;
  for (const item of items) {
    const order = best === undefined ? 1 : orderOf(item, best);
    if (item instanceof Unknown || order instanceof Unknown) return undefined;
    if (best === undefined || order * sign > 0) best = item;
  }
  return best;
}

function sortedNumbers(items: readonly Value[]): readonly Numeric[] | undefined {
  return items.every(isNumeric) ? items.toSorted(compareNumbers) : undefined;
}

/** The items of a list and of the lists in it. */
export function flat(items: readonly Value[]): readonly Value[] {
  return items.flatMap((item) => (isList(item) ? flat(item) : [item]));
}
