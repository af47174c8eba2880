import { same } from '../compare.ts';
import { integerOf } from '../number.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';
import { asList, isAbsent, ofList } from './builtin.ts';
import type { Builtin } from './builtin.ts';
import { flat } from './lists.ts';

/** What makes a new list of others. Positions count from 1; negative ones count from the end. */
export const listChanges = {
  sublist: ([list, start, length]) => {
    const items = listOf(list);
    const first = items && indexOf(items, start);
    if (first === undefined) return undefined;
    if (isAbsent(length)) return items?.slice(first);
    const count = integerOf(length);
    if (count === undefined || count < 0) return undefined;
    return items?.slice(first, first + count);
  },
  append: ([list, ...items]) => {
    const from = listOf(list);
    return from && [...from, ...items];
  },
  concatenate: (lists) => {
    const all = lists.map(asList);
    return all.every((list) => list !== undefined) ? all.flat() : undefined;
  },
  'insert before': ([list, position, item]) => {
    const items = listOf(list);
    const at = items && indexOf(items, position);
    return at === undefined || item === undefined ? undefined : items?.toSpliced(at, 0, item);
  },
  remove: ([list, position]) => {
    const items = listOf(list);
    const at = items && indexOf(items, position);
    return at === undefined ? undefined : items?.toSpliced(at, 1);
  },
  reverse: ofList((list) => list.toReversed()),
  'index of': ([list, match]) => {
    const items = listOf(list);
    if (!items || match === undefined) return undefined;
    return items.flatMap((item, index) => (isSame(item, match) ? [index + 1] : []));
  },
  union: (lists) => {
    const all = lists.map(asList);
    return all.every((list) => list !== undefined) ? distinct(all.flat()) : undefined;
  },
  'distinct values': ofList(distinct),
  flatten: ofList(flat),
} satisfies Record<string, Builtin>;

function listOf(value: Value | undefined): readonly Value[] | undefined {
  return value === undefined ? undefined : asList(value);
}

function indexOf(items: readonly Value[], position: Value | undefined): number | undefined {
  const at = integerOf(position);
  if (at === undefined || at === 0 || Math.abs(at) > items.length) return undefined;
  return at > 0 ? at - 1 : items.length + at;
}

function distinct(items: readonly Value[]): readonly Value[] {
  const kept: Value[] = [];
  for (const item of items) if (!kept.some((other) => isSame(item, other))) kept.push(item);
  return kept;
}

/** Null is the same as null here. */
function isSame(a: Value, b: Value): boolean {
  return a instanceof Unknown ? b instanceof Unknown : same(a, b);
}
