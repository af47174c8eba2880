import { addNumbers, compareNumbers, divideNumbers } from '../number.ts';
import type { InputType } from '../table/rule-table.ts';
import { Day, Instant, isNumeric, typeOf } from '../value.ts';
import type { Value } from '../value.ts';
import { Duration } from '../duration.ts';
import type { CellSet } from './cell-set.ts';
import { classesOf } from './classes.ts';
import type { Run } from './classes.ts';
import { compare } from './points.ts';

/**
 * The values of one input, divided where some cell begins or ends: point i is class 2i + 1, what lies below
 * it class 2i, and the last class is all above the last point. Within a class every cell has one answer.
 */
export class Axis {
  readonly #points: readonly Value[];
  readonly #samples: readonly (Value | undefined)[];
  /** For each class the first one from it on that has a value. */
  readonly #next: readonly number[];

  constructor(
    points: readonly Value[],
    type: InputType | undefined,
    isAllowed: (value: Value) => boolean,
  ) {
    this.#points = points;
    this.#samples = Array.from({ length: 2 * points.length + 1 }, (_, index) => {
      const sample = sampleOf(points, index, type);
      return sample !== undefined && isAllowed(sample) ? sample : undefined;
    });
    const next: number[] = [];
    for (let index = this.#samples.length; index >= 0; index -= 1) {
      next[index] = this.#samples[index] === undefined ? (next[index + 1] ?? index) : index;
    }
    this.#next = next;
  }

  get last(): number {
    return this.#samples.length - 1;
  }

  /** A value in one of the classes; undefined if none of them has any. */
  sample([from, to]: Run): Value | undefined {
    const found = this.#next[from] ?? from;
    return found <= to ? this.#samples[found] : undefined;
  }

  /** The classes of a set, in order; runs of classes without values are left out. */
  runs(set: CellSet): readonly Run[] {
    return this.classes(set).filter((run) => this.sample(run) !== undefined);
  }

  /** The classes of a set, in order. */
  classes(set: CellSet): readonly Run[] {
    return classesOf(set, this.#points);
  }
}

const DAY = 86_400_000;

/** A value of a class; undefined where there is none of the type. */
function sampleOf(
  points: readonly Value[],
  index: number,
  type: InputType | undefined,
): Value | undefined {
  const at = index >> 1;
  if (index % 2 === 1) return points[at];
  const [low, high] = [points[at - 1], points[at]];
  const either = low ?? high;
  if (either === undefined) return anyOf(type);
  if (isNumeric(either)) return numberBetween(low, high, type === 'integer');
  if (typeof either === 'string') return textBetween(low, high);
  if (typeof either === 'boolean')
    return points.length === 1 && at === Number(either) ? !either : undefined;
  if (either instanceof Day) {
    const time = between(timeOf(low), timeOf(high), DAY);
    return time === undefined ? undefined : new Day(time);
  }
  if (either instanceof Instant) {
    const time = between(timeOf(low), timeOf(high), 1);
    return time === undefined ? undefined : new Instant(time);
  }
  if (!(either instanceof Duration)) return undefined;
  const inMonths = either.milliseconds === 0 && either.months !== 0;
  const part = (value: Value | undefined) =>
    value instanceof Duration ? (inMonths ? value.months : value.milliseconds) : undefined;
  const amount = between(part(low), part(high), 1);
  if (amount === undefined) return undefined;
  return inMonths ? new Duration(amount, 0) : new Duration(0, amount);
}

function anyOf(type: InputType | undefined): Value {
  switch (type) {
    case 'number':
    case 'integer':
      return 0;
    case 'boolean':
      return true;
    case 'date':
      return new Day(0);
    case 'datetime':
      return new Instant(0);
    case 'duration':
      return new Duration(0, 0);
    default:
      return 'any';
  }
}

function numberBetween(
  low: Value | undefined,
  high: Value | undefined,
  isWhole: boolean,
): Value | undefined {
  if (low !== undefined && isNumeric(low) && high !== undefined && isNumeric(high)) {
    const next = typeof low === 'number' ? Math.floor(low) + 1 : addNumbers(low, 1);
    if (compareNumbers(next, high) < 0) return next;
    return isWhole ? undefined : divideNumbers(addNumbers(low, high), 2);
  }
  if (low !== undefined && isNumeric(low)) return addNumbers(low, 1);
  return high !== undefined && isNumeric(high) ? addNumbers(high, -1) : undefined;
}

function textBetween(low: Value | undefined, high: Value | undefined): Value | undefined {
  const above = typeof low === 'string' ? low : '';
  return ['other', `${above}-`, `${above}\u0001`, ''].find(
    (text) =>
      (low === undefined || compare(low, text) < 0) &&
      (high === undefined || compare(text, high) < 0),
  );
}

/** A multiple of `step` between two; near the one that is given. */
function between(
  low: number | undefined,
  high: number | undefined,
  step: number,
): number | undefined {
  if (low === undefined) return high === undefined ? 0 : (Math.ceil(high / step) - 1) * step;
  const next = (Math.floor(low / step) + 1) * step;
  return high === undefined || next < high ? next : undefined;
}

function timeOf(value: Value | undefined): number | undefined {
  return value instanceof Day || value instanceof Instant ? value.time : undefined;
}

/** What the constants are, for a message. */
export function typesOf(values: readonly Value[]): string {
  return [...new Set(values.map(typeOf))].toSorted().join(' and ');
}
