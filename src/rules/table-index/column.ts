import { Axis, pointsOf } from '../analyse/axis.ts';
import type { Run } from '../analyse/axis.ts';
import { cellSet, limitsOf } from '../analyse/cell-set.ts';
import type { CellSet } from '../analyse/cell-set.ts';
import { NOTHING, NUMBER, BOOLEAN, TEXT, TIME } from '../compile/plan.ts';
import type { Tag } from '../compile/plan.ts';
import type { Slots } from '../compile/slots.ts';
import { environment } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import type { RuleExpression } from '../language/expression.ts';
import { Unknown } from '../unknown.ts';
import { isTime } from '../value.ts';
import type { Value } from '../value.ts';

/**
 * One input of a table as classes of values (see {@link Axis}), and for each row the classes for which its
 * cell holds. The class after the last is that of no value.
 */
export class Column {
  readonly slot: number;
  /** What the slot has to hold; undefined where no cell looks at the value. */
  readonly tag: Tag | undefined;
  readonly classCount: number;
  readonly #points: Float64Array;
  /** For texts: the class of each number of a text. */
  readonly #classOfText: Int32Array;
  readonly #runs: readonly (readonly Run[])[];

  private constructor(
    slot: number,
    tag: Tag | undefined,
    points: Float64Array,
    runs: readonly (readonly Run[])[],
  ) {
    this.slot = slot;
    this.tag = tag;
    this.classCount = 2 * points.length + 2;
    this.#points = points;
    this.#runs = runs;
    this.#classOfText = new Int32Array(tag === TEXT ? Math.max(0, ...points) + 1 : 0);
    if (tag === TEXT)
      for (const [at, text] of points.entries()) this.#classOfText[text] = 2 * at + 1;
  }

  /** Undefined for an input that is no slot, or of which a cell asks more than which class it is of. */
  static of(
    input: RuleExpression,
    conditions: readonly (RuleExpression | undefined)[],
    slots: Slots,
  ): Column | undefined {
    const slot = slots.of(input);
    const sets = new Map<RuleExpression | undefined, CellSet | undefined>(
      conditions.map((condition) => [condition, undefined]),
    );
    for (const condition of sets.keys()) sets.set(condition, condition && cellSet(condition));
    const all = [...sets.values()];
    if (slot === undefined || !all.every((set) => set !== undefined)) return undefined;
    const points = pointsOf(all.flatMap(limitsOf));
    const numbers = points && numbersOf(points, slots);
    if (!points || !numbers || (numbers.tag === TEXT && !all.every(isOfPoints))) return undefined;
    const axis = new Axis(points, undefined, () => true);
    const nothing: Run = [axis.last + 1, axis.last + 1];
    const runs = new Map<RuleExpression | undefined, readonly Run[]>();
    for (const [condition, set] of sets) {
      if (!set || !condition) continue;
      const classes = axis.classes(set);
      runs.set(condition, holdsForNothing(condition) ? [...classes, nothing] : classes);
    }
    const ofRow = conditions.map((condition) => runs.get(condition) ?? []);
    return new Column(slot, numbers.tag, Float64Array.from(numbers.values), ofRow);
  }

  /** The class of what a slot holds; -1 where the interpreter has to look at it. */
  classOf(tag: number, number: number): number {
    if (tag === NOTHING) return this.classCount - 1;
    if (this.tag === undefined) return 0;
    if (tag !== this.tag) return -1;
    // All texts that no cell names are of one kind: that of the first class.
    if (tag === TEXT) return number < 0 ? 0 : (this.#classOfText[number] ?? 0);
    const points = this.#points;
    let low = 0;
    let high = points.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((points[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return points[low] === number ? 2 * low + 1 : 2 * low;
  }

  holds(row: number, ofClass: number): boolean {
    const runs = this.#runs[row];
    if (runs) {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index];
        if (run && run[0] <= ofClass && ofClass <= run[1]) return true;
      }
    }
    return false;
  }

  /** The rows by class, one after the other: those of class c are from `starts[c]` to `starts[c + 1]`. */
  rowsByClass(): { readonly starts: Int32Array; readonly rows: Int32Array } {
    const starts = new Int32Array(this.classCount + 1);
    for (const [, ofClass] of this.#pairs()) starts[ofClass + 1] = (starts[ofClass + 1] ?? 0) + 1;
    for (let at = 0; at < this.classCount; at += 1) {
      starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
    }
    const rows = new Int32Array(starts[this.classCount] ?? 0);
    const next = starts.slice();
    for (const [row, ofClass] of this.#pairs()) {
      rows[next[ofClass] ?? 0] = row;
      next[ofClass] = (next[ofClass] ?? 0) + 1;
    }
    return { starts, rows };
  }

  /** How many pairs of a row and a class it holds for there are. */
  get pairCount(): number {
    let count = 0;
    for (const runs of this.#runs) for (const [from, to] of runs) count += to - from + 1;
    return count;
  }

  *#pairs(): Generator<readonly [row: number, ofClass: number]> {
    for (const [row, runs] of this.#runs.entries()) {
      for (const [from, to] of runs) {
        for (let ofClass = from; ofClass <= to; ofClass += 1) yield [row, ofClass];
      }
    }
  }
}

/** The points as slots would hold them; undefined if one is too large, or of a type that has no number. */
function numbersOf(
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
function isOfPoints(set: CellSet): boolean {
  if (set.kind === 'range') return set.range.low !== undefined && set.range.low === set.range.high;
  return set.kind === 'not' ? isOfPoints(set.set) : set.sets.every(isOfPoints);
}

function holdsForNothing(condition: RuleExpression): boolean {
  return (
    interpret(condition, environment({ now: 0, variable: () => new Unknown('null') })) === true
  );
}
