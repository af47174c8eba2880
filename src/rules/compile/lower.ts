import type { Comparison } from '#blueprint';
import { isConstant } from '../analyse/cell-set.ts';
import { environment } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import type { RuleExpression } from '../language/expression.ts';
import { readsTested } from '../language/operands.ts';
import { isList, isTime, Range } from '../value.ts';
import type { Value } from '../value.ts';
import { BOOLEAN, NUMBER, TEXT, TIME } from './plan.ts';
import type { NumberTest, Plan, Tag } from './plan.ts';
import type { Slots } from './slots.ts';
import { verdictOf } from './verdict.ts';

/** Constants from which on a list is looked up in a set. */
const SET_SIZE = 5;

/** Turns conditions into plans, and collects the parts that are left to the interpreter. */
export class Lowering {
  readonly slots: Slots;
  readonly parts: RuleExpression[] = [];
  readonly sets: ReadonlySet<number>[] = [];

  constructor(slots: Slots) {
    this.slots = slots;
  }

  plan(expression: RuleExpression): Plan {
    switch (expression.kind) {
      case 'and':
      case 'or':
        return {
          kind: expression.kind,
          operands: expression.operands.map((one) => this.plan(one)),
        };
      case 'not':
        return { kind: 'not', operand: this.plan(expression.operand) };
      case 'compare':
        return this.#compared(expression, expression.operator, 1);
      case 'equal':
        return this.#compared(expression, 'eq', 0);
      case 'in':
        return this.#tested(expression, expression.options, 1);
      case 'test':
        return this.#tested(expression, expression.tests, 0);
      case 'present': {
        const slot = this.slots.of(expression.value);
        if (slot === undefined) return this.#part(expression);
        return { kind: 'present', slot, part: this.#partNumber(expression) };
      }
      case 'variable':
      case 'property':
        return this.#ofSlot(expression, expression, BOOLEAN, [[equalTo(1)]], 1);
      default:
        if (!isConstant(expression)) return this.#part(expression);
        return { kind: 'constant', verdict: verdictOf(constant(expression)) };
    }
  }

  #compared(
    expression: Extract<RuleExpression, { kind: 'compare' | 'equal' }>,
    operator: Comparison,
    nothing: 0 | 1,
  ): Plan {
    const { left, right } = expression;
    if (isConstant(right)) return this.#toConstant(expression, left, operator, right, nothing);
    if (isConstant(left)) {
      return this.#toConstant(expression, right, mirrored[operator], left, nothing);
    }
    const [a, b] = [this.slots.of(left), this.slots.of(right)];
    if (a === undefined || b === undefined) return this.#part(expression);
    return { kind: 'pair', left: a, right: b, operator, part: this.#partNumber(expression) };
  }

  #toConstant(
    whole: RuleExpression,
    side: RuleExpression,
    operator: Comparison,
    other: RuleExpression,
    nothing: 0 | 1,
  ): Plan {
    const [tag, number] = this.#number(constant(other)) ?? [];
    // Texts have numbers, but not in their order.
    const isOrdered = operator !== 'eq' && operator !== 'ne';
    if (tag === undefined || number === undefined || (tag === TEXT && isOrdered)) {
      return this.#part(whole);
    }
    return this.#ofSlot(
      whole,
      side,
      tag,
      [[{ kind: 'compare', operator, constant: number }]],
      nothing,
    );
  }

  /** `equality` is the verdict where nothing is compared with a constant; with a range it is unknown. */
  #tested(
    expression: Extract<RuleExpression, { kind: 'in' | 'test' }>,
    tests: readonly RuleExpression[],
    equality: 0 | 1,
  ): Plan {
    const isPlain =
      tests.length > 0 && tests.every((test) => isConstant(test) && !readsTested(test));
    if (!isPlain) return this.#part(expression);
    const values = tests.map(constant).flatMap((value) => (isList(value) ? value : [value]));
    const alternatives = values.map((value) => this.#alternative(value));
    if (!alternatives.every((alternative) => alternative !== undefined))
      return this.#part(expression);
    const tags = new Set(alternatives.map(([tag]) => tag));
    const [tag] = tags;
    if (tag === undefined || tags.size > 1) return this.#part(expression);
    const hasRange = values.some((value) => value instanceof Range);
    const points = alternatives.flatMap(([, , point]) => (point === undefined ? [] : [point]));
    const anyOf: readonly (readonly NumberTest[])[] =
      points.length === alternatives.length && points.length >= SET_SIZE
        ? [[{ kind: 'member', set: this.sets.push(new Set(points)) - 1 }]]
        : alternatives.map(([, conjunction]) => conjunction);
    return this.#ofSlot(expression, expression.value, tag, anyOf, hasRange ? 1 : equality);
  }

  #alternative(
    value: Value,
  ): readonly [tag: Tag, conjunction: readonly NumberTest[], point?: number] | undefined {
    if (!(value instanceof Range)) {
      const [tag, number] = this.#number(value) ?? [];
      return tag === undefined || number === undefined
        ? undefined
        : [tag, [equalTo(number)], number];
    }
    const { low, high, lowIncluded, highIncluded } = value;
    const limits = [low, high].map((limit) =>
      limit === undefined ? undefined : this.#number(limit),
    );
    const tags = limits.flatMap((limit) => (limit ? [limit[0]] : []));
    const given = [low, high].filter((limit) => limit !== undefined).length;
    const [tag] = tags;
    const isOneType = tags.length === given && tags.every((other) => other === tag);
    if (tag === undefined || !isOneType || (tag !== NUMBER && tag !== TIME)) return undefined;
    const conjunction: NumberTest[] = [];
    const [from, to] = limits;
    if (from) {
      const operator = lowIncluded ? 'ge' : 'gt';
      conjunction.push({ kind: 'compare', operator, constant: from[1] });
    }
    if (to) {
      const operator = highIncluded ? 'le' : 'lt';
      conjunction.push({ kind: 'compare', operator, constant: to[1] });
    }
    return [tag, conjunction];
  }

  /** A constant as a slot would hold it. */
  #number(value: Value): readonly [Tag, number] | undefined {
    if (typeof value === 'number') return [NUMBER, value];
    if (typeof value === 'string') return [TEXT, this.slots.text(value)];
    if (typeof value === 'boolean') return [BOOLEAN, value ? 1 : 0];
    return isTime(value) ? [TIME, value.time] : undefined;
  }

  #ofSlot(
    whole: RuleExpression,
    side: RuleExpression,
    tag: Tag,
    anyOf: readonly (readonly NumberTest[])[],
    nothing: 0 | 1,
  ): Plan {
    const slot = this.slots.of(side);
    if (slot === undefined) return this.#part(whole);
    return { kind: 'slot', slot, tag, anyOf, nothing, part: this.#partNumber(whole) };
  }

  #part(expression: RuleExpression): Plan {
    return { kind: 'part', part: this.#partNumber(expression) };
  }

  #partNumber(expression: RuleExpression): number {
    return this.parts.push(expression) - 1;
  }
}

const mirrored = { eq: 'eq', ne: 'ne', lt: 'gt', le: 'ge', gt: 'lt', ge: 'le' } as const;

function equalTo(constant: number): NumberTest {
  return { kind: 'compare', operator: 'eq', constant };
}

function constant(expression: RuleExpression): Value {
  return interpret(expression, environment({ now: 0 }));
}
