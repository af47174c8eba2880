import { show } from '../functions/conversions.ts';
import { toJson } from '../json.ts';
import type { InputType } from '../table/rule-table.ts';
import type { Value } from '../value.ts';
import { Axis } from './axis.ts';
import { pointsOf } from './points.ts';
import { limitsIn } from './rule-region.ts';
import type { RuleRegion } from './rule-region.ts';

/** The values of some inputs, divided where some rule begins or ceases to hold. */
export class RuleGrid {
  readonly axes: ReadonlyMap<string, Axis>;
  readonly size: number;

  private constructor(axes: ReadonlyMap<string, Axis>) {
    this.axes = axes;
    this.size = [...axes.values()].reduce((size, axis) => size * (axis.last + 1), 1);
  }

  /** Undefined where constants of different types meet in one input. */
  static of(
    rules: readonly RuleRegion[],
    types: ReadonlyMap<string, InputType>,
  ): RuleGrid | undefined {
    const limits = new Map<string, Value[]>();
    for (const { region, inputs } of rules) {
      for (const input of inputs) if (!limits.has(input)) limits.set(input, []);
      for (const [input, limit] of limitsIn(region)) limits.get(input)?.push(limit);
    }
    const axes = new Map<string, Axis>();
    for (const [input, values] of limits) {
      const points = pointsOf(values);
      if (!points) return undefined;
      axes.set(input, new Axis(points, types.get(input), () => true));
    }
    return new RuleGrid(axes);
  }

  /** A class of each input, for all that have values. */
  *combinations(): Generator<ReadonlyMap<string, number>> {
    const inputs = [...this.axes];
    const classes = new Map<string, number>();
    const from = function* (at: number): Generator<ReadonlyMap<string, number>> {
      const [input, axis] = inputs[at] ?? [];
      if (input === undefined || !axis) {
        yield new Map(classes);
        return;
      }
      for (let one = 0; one <= axis.last; one += 1) {
        if (axis.sample([one, one]) === undefined) continue;
        classes.set(input, one);
        yield* from(at + 1);
      }
    };
    yield* from(0);
  }

  witness(classes: ReadonlyMap<string, number>): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      this.#values(classes).map(([input, value]) => [input, toJson(value)]),
    );
  }

  example(classes: ReadonlyMap<string, number>): string {
    const values = this.#values(classes).map(([input, value]) => `${input} = ${show(value, true)}`);
    return values.length === 0 ? 'any values' : values.join(', ');
  }

  #values(classes: ReadonlyMap<string, number>): readonly (readonly [string, Value])[] {
    return [...classes].flatMap(([input, at]) => {
      const value = this.axes.get(input)?.sample([at, at]);
      return value === undefined ? [] : [[input, value] as const];
    });
  }
}
