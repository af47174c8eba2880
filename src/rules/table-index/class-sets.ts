import type { CellSet } from '../analyse/cell-set.ts';
import { BOOLEAN, NUMBER, TEXT, TIME } from '../compile/plan.ts';
import type { Tag } from '../compile/plan.ts';
import type { Slots } from '../compile/slots.ts';
import { environment } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import type { RuleExpression } from '../language/expression.ts';
import { Unknown } from '../unknown.ts';
import { isTime } from '../value.ts';
import type { Value } from '../value.ts';

/** The points as slots would hold them; undefined if one is too large, or of a type that has no number. */
export function numbersOf(
  points: readonly Value[],
  slots: Slots,
): { readonly tag: Tag | undefined; readonly values: readonly number[] } | undefined {
  const pairs = points.map((value): readonly [Tag, number] | undefined => {
    if (typeof value === 'number') return [NUMBER, value];
    if (typeof value === 'string') return [TEXT, slots.text(value)];
    if (typeof value === 'boolean') return [BOOLEAN, value ? 1 : 0];
    return isTime(value) ? [TIME, value.time] : undefined;
  });
  if (!pairs.every((pair) => pair !== undefined)) return undefined;
  return { tag: pairs[0]?.[0], values: pairs.map(([, number]) => number) };
}

/** True if a set begins and ends at single values only: all others are in it, or none. */
export function isOfPoints(set: CellSet): boolean {
  if (set.kind === 'range') return set.range.low !== undefined && set.range.low === set.range.high;
  return set.kind === 'not' ? isOfPoints(set.set) : set.sets.every(isOfPoints);
}

/** True if a cell holds where there is no value. */
export function holdsForNothing(condition: RuleExpression): boolean {
  return (
    interpret(condition, environment({ now: 0, variable: () => new Unknown('null') })) === true
  );
}
