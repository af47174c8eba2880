import { type Difference, type DifferenceKind, shorten } from './difference.ts';
import { pairItems } from './pair-items.ts';
import { isId, shapeOf } from './shape.ts';

/** Whether a difference at a place does not count. */
export type IsIgnored = (pointer: string, kind: DifferenceKind) => boolean;

const MOST_DIFFERENCES = 200;

/**
 * Every difference between two JSON values, one for each place and kind: items of a list share their place. At
 * most 200. The values are bounded: see `isBounded`.
 */
export function compareValues(
  active: unknown,
  candidate: unknown,
  at = '',
  isIgnored: IsIgnored = () => false,
): Difference[] {
  const found = new Map<string, Difference>();
  const report = (pointer: string, kind: DifferenceKind, one: unknown, other: unknown) => {
    const key = `${kind} ${pointer}`;
    if (found.has(key) || found.size >= MOST_DIFFERENCES || isIgnored(pointer, kind)) return;
    found.set(key, { pointer, kind, active: shorten(one), candidate: shorten(other) });
  };
  const walk = (one: unknown, other: unknown, pointer: string): void => {
    if (Object.is(one, other)) return;
    if (one === undefined) return report(pointer, 'extra', one, other);
    if (other === undefined) return report(pointer, 'missing', one, other);
    if (shapeOf(one) !== shapeOf(other)) return report(pointer, 'type', one, other);
    if (Array.isArray(one)) return list(one, other as unknown[], pointer);
    if (typeof one === 'object' && one !== null) {
      return record(one, other as object, pointer);
    }
    report(pointer, 'value', one, other);
  };
  const record = (one: object, other: object, pointer: string) => {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const step = isId(name) ? '*' : name.replaceAll('~', '~0').replaceAll('/', '~1');
      walk(own(one, name), own(other, name), `${pointer}/${step}`);
    }
  };
  const list = (one: readonly unknown[], other: readonly unknown[], pointer: string) => {
    const { pairs, reordered } = pairItems(one, other);
    if (reordered) report(pointer, 'order', one, other);
    for (const [mine, theirs] of pairs) walk(mine, theirs, `${pointer}/*`);
  };
  walk(active, candidate, at);
  return [...found.values()];
}

const own = (record: object, name: string): unknown =>
  Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : undefined;
