import type { Kept } from '../model/side-car.ts';

/** Runs of keys that stand as in `keys` become one item. */
export function packOrder(order: readonly Kept[], keys: readonly string[]): Kept[] {
  const next = new Map(keys.map((key, index) => [key, keys[index + 1]]));
  const packed: Kept[] = [];
  let run: string[] = [];
  const flush = () => {
    const [from] = run;
    const to = run.at(-1);
    if (from !== undefined && to !== undefined && run.length > 2) packed.push({ from, to });
    else packed.push(...run);
    run = [];
  };
  for (const item of order) {
    const last = run.at(-1);
    if (typeof item !== 'string' || (last !== undefined && next.get(last) !== item)) flush();
    if (typeof item === 'string') run.push(item);
    else packed.push(item);
  }
  flush();
  return packed;
}

/** The items with runs as keys again; of a run whose ends are gone, what is left of it. */
export function unpackOrder(order: readonly Kept[], keys: readonly string[]): readonly Kept[] {
  const index = new Map(keys.map((key, at) => [key, at]));
  return order.flatMap((item) => {
    if (typeof item === 'string' || 'xml' in item) return [item];
    const from = index.get(item.from) ?? index.get(item.to);
    const to = index.get(item.to) ?? from;
    return from === undefined || to === undefined ? [] : keys.slice(from, to + 1);
  });
}
