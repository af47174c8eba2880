/** Items of two lists that belong together; undefined stands for one that the other list does not have. */
export interface PairedItems {
  readonly pairs: readonly (readonly [unknown, unknown])[];
  readonly reordered: boolean;
}

/**
 * Says which items of two lists to compare: those with the same id, else those that are equal, else those at the
 * same place. A list in another order is thereby one difference of order and not many of values.
 */
export function pairItems(one: readonly unknown[], other: readonly unknown[]): PairedItems {
  for (const name of ['id', 'key', '_id', 'uuid']) {
    const mine = keysOf(one, (item) => idOf(item, name));
    const theirs = mine && keysOf(other, (item) => idOf(item, name));
    if (theirs !== undefined && [...theirs.keys()].some((key) => mine?.has(key))) {
      return pairByKey(mine as Map<string, unknown>, theirs);
    }
  }
  const mine = one.map((item) => canonical(item));
  const theirs = other.map((item) => canonical(item));
  const same = mine.length === theirs.length && mine.toSorted().join() === theirs.toSorted().join();
  if (same) return { pairs: [], reordered: mine.join() !== theirs.join() };
  const length = Math.max(one.length, other.length);
  return {
    pairs: Array.from({ length }, (_, index) => [one[index], other[index]] as const),
    reordered: false,
  };
}

function pairByKey(mine: Map<string, unknown>, theirs: Map<string, unknown>): PairedItems {
  const pairs = [...mine].map(([key, item]) => [item, theirs.get(key)] as const);
  const extra = [...theirs]
    .filter(([key]) => !mine.has(key))
    .map(([, item]) => [undefined, item] as const);
  const common = [...mine.keys()].filter((key) => theirs.has(key));
  const inTheirs = [...theirs.keys()].filter((key) => mine.has(key));
  return { pairs: [...pairs, ...extra], reordered: common.join('\n') !== inTheirs.join('\n') };
}

/** Key → item, when every item has one and no two have the same. */
function keysOf(
  items: readonly unknown[],
  keyOf: (item: unknown) => string | undefined,
): Map<string, unknown> | undefined {
  const found = new Map<string, unknown>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined || found.has(key)) return undefined;
    found.set(key, item);
  }
  return found;
}

function idOf(item: unknown, name: string): string | undefined {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, name)) return undefined;
  const id = (item as Record<string, unknown>)[name];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** The same text for the same value, whatever the order of its properties is. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
