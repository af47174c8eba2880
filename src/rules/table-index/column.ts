import { cellSet, limitsOf } from '../analyse/cell-set.ts';
import type { CellSet } from '../analyse/cell-set.ts';
import { classesOf } from '../analyse/classes.ts';
import { compare, placeAmong, pointsOf } from '../analyse/points.ts';
import { NOTHING, TEXT } from '../compile/plan.ts';
import type { Tag } from '../compile/plan.ts';
import type { Slots } from '../compile/slots.ts';
import type { RuleExpression } from '../language/expression.ts';
import type { Value } from '../value.ts';
import { holdsForNothing, isOfPoints, numbersOf } from './class-sets.ts';

/** Called where a class becomes three, with its number: those after it move up by two. */
export type OnSplit = (ofClass: number) => void;

/**
 * One input of a table as classes of values (see {@link classesOf}), and for each row the classes for which
 * its cell holds. The class after the last is that of no value. Rows are known by their places.
 */
export class Column {
  readonly slot: number;
  readonly #slots: Slots;
  /** What the slot has to hold; undefined as long as no cell looks at the value. */
  #tag: Tag | undefined;
  #points: Value[] = [];
  #numbers: number[] = [];
  /** For texts: the class of each number of a text. */
  #classOfText = new Int32Array(0);
  /** Rows with the same condition share the runs of classes for which it holds: first and last of each. */
  readonly #runs: number[][] = [];
  readonly #runsOfCondition = new Map<RuleExpression, number>();
  /** By place; -1 where there is no row. */
  readonly #runsOfRow: number[] = [];

  private constructor(slot: number, slots: Slots) {
    this.slot = slot;
    this.#slots = slots;
  }

  /** Undefined for an input that is no slot, or of which a cell asks more than which class it is of. */
  static of(
    input: RuleExpression,
    conditions: readonly (RuleExpression | undefined)[],
    slots: Slots,
  ): Column | undefined {
    const slot = slots.of(input);
    if (slot === undefined) return undefined;
    const column = new Column(slot, slots);
    const sets = new Map<RuleExpression, CellSet>();
    for (const condition of conditions) {
      if (condition && sets.has(condition)) continue;
      const set = condition && cellSet(condition);
      if (!condition || !set) return undefined;
      sets.set(condition, set);
    }
    if (!column.#take([...sets.values()], [...sets.values()].flatMap(limitsOf))) return undefined;
    for (const [condition, set] of sets) column.#know(condition, set);
    for (const [place, condition] of conditions.entries())
      column.#runsOfRow[place] = column.#runsOfCondition.get(condition as RuleExpression) ?? -1;
    return column;
  }

  get classCount(): number {
    return 2 * this.#points.length + 2;
  }

  /**
   * Puts a row in its place. False if its cell asks more than which class a value is of, or of another type
   * than the cells before: then the column is as it was.
   */
  set(place: number, condition: RuleExpression, onSplit: OnSplit): boolean {
    const known = this.#runsOfCondition.get(condition);
    if (known === undefined) {
      const set = cellSet(condition);
      if (!set || !this.#extend(set, onSplit)) return false;
      this.#know(condition, set);
    }
    this.#runsOfRow[place] = this.#runsOfCondition.get(condition) ?? -1;
    return true;
  }

  remove(place: number): void {
    this.#runsOfRow[place] = -1;
  }

  /** The class of what a slot holds; -1 where the interpreter has to look at it. */
  classOf(tag: number, number: number): number {
    if (tag === NOTHING) return this.classCount - 1;
    if (this.#tag === undefined) return 0;
    if (tag !== this.#tag) return -1;
    // All texts that no cell names are of one kind: that of the first class.
    if (tag === TEXT) return number < 0 ? 0 : (this.#classOfText[number] ?? 0);
    const numbers = this.#numbers;
    let low = 0;
    let high = numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((numbers[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return numbers[low] === number ? 2 * low + 1 : 2 * low;
  }

  holds(place: number, ofClass: number): boolean {
    const runs = this.#runs[this.#runsOfRow[place] ?? -1];
    if (runs) {
      for (let index = 0; index < runs.length; index += 2) {
        if ((runs[index] ?? 0) <= ofClass && ofClass <= (runs[index + 1] ?? 0)) return true;
      }
    }
    return false;
  }

  /** The classes for which the cell of a row holds, as runs: first, last, first, last … */
  runsOf(place: number): readonly number[] {
    return this.#runs[this.#runsOfRow[place] ?? -1] ?? [];
  }

  /** Each class for which the cell of a row holds. */
  eachClass(place: number, visit: (ofClass: number) => void): void {
    const runs = this.runsOf(place);
    for (let index = 0; index < runs.length; index += 2) {
      for (let at = runs[index] ?? 0; at <= (runs[index + 1] ?? 0); at += 1) visit(at);
    }
  }

  /** How many pairs of a row and a class it holds for there are. */
  get pairCount(): number {
    let count = 0;
    for (const place of this.#runsOfRow.keys()) {
      const runs = this.runsOf(place);
      for (let index = 0; index < runs.length; index += 2)
        count += (runs[index + 1] ?? 0) - (runs[index] ?? 0) + 1;
    }
    return count;
  }

  #know(condition: RuleExpression, set: CellSet): void {
    const classes = classesOf(set, this.#points);
    const nothing = this.classCount - 1;
    const runs = holdsForNothing(condition) ? [...classes, [nothing, nothing]] : classes;
    this.#runsOfCondition.set(condition, this.#runs.push(runs.flat()) - 1);
  }

  /** Takes the limits of sets as the points. */
  #take(sets: readonly CellSet[], limits: readonly Value[]): boolean {
    const points = pointsOf(limits);
    const numbers = points && numbersOf(points, this.#slots);
    if (!points || !numbers || (numbers.tag === TEXT && !sets.every(isOfPoints))) return false;
    this.#tag = numbers.tag;
    this.#points = [...points];
    this.#numbers = [...numbers.values];
    this.#numberTexts();
    return true;
  }

  /** Adds the limits of one more set to the points. */
  #extend(set: CellSet, onSplit: OnSplit): boolean {
    const limits = limitsOf(set);
    if (limits.length === 0) return true;
    const [known] = this.#points;
    const points = pointsOf(known === undefined ? limits : [...limits, known]);
    const numbers = points && numbersOf(points, this.#slots);
    if (!points || !numbers || (numbers.tag === TEXT && !isOfPoints(set))) return false;
    // Where no cell has looked at the value, it could be of any type: that changes what the classes are.
    if (this.#tag !== numbers.tag) return false;
    for (const [at, value] of points.entries()) this.#add(value, numbers.values[at] ?? 0, onSplit);
    this.#numberTexts();
    return true;
  }

  #add(value: Value, number: number, onSplit: OnSplit): void {
    const at = placeAmong(this.#points, value);
    const next = this.#points[at];
    if (next !== undefined && compare(next, value) === 0) return;
    const split = 2 * at;
    this.#points.splice(at, 0, value);
    this.#numbers.splice(at, 0, number);
    for (const runs of this.#runs) {
      for (let index = 0; index < runs.length; index += 2) {
        const [from = 0, to = 0] = [runs[index], runs[index + 1]];
        if (from > split) runs[index] = from + 2;
        if (to >= split) runs[index + 1] = to + 2;
      }
    }
    onSplit(split);
  }

  #numberTexts(): void {
    if (this.#tag !== TEXT) return;
    const length = 1 + this.#numbers.reduce((most, text) => Math.max(most, text), 0);
    if (this.#classOfText.length < length) this.#classOfText = new Int32Array(2 * length);
    for (const [at, text] of this.#numbers.entries()) this.#classOfText[text] = 2 * at + 1;
  }
}
