import type { Comparison } from '#blueprint';
import {
  ASK,
  COMPARE,
  CONSTANT,
  FOUND,
  IF_FALSE,
  IF_TRUE,
  LEAST,
  MEMBER,
  MOST,
  NOT,
  PAIR,
  POP_IF_FALSE,
  POP_IF_TRUE,
  PRESENT,
  PUSH,
  SLOT,
  STORE,
} from './operations.ts';
import type { NumberTest, Plan } from './plan.ts';

export const operatorNumbers: Readonly<Record<Comparison, number>> = {
  eq: 0,
  ne: 1,
  lt: 2,
  le: 3,
  gt: 4,
  ge: 5,
};

export interface Bytecode {
  readonly code: Int32Array;
  readonly constants: Float64Array;
  /** How much is pushed at most. */
  readonly depth: number;
}

/** The same as {@link chunksOf} for where no code can be made: rules as numbers for an interpreter. */
export function bytecodeOf(plans: readonly Plan[]): Bytecode {
  const assembler = new Assembler();
  for (const [rule, plan] of plans.entries()) assembler.rule(rule, plan);
  return assembler.done();
}

class Assembler {
  readonly #code: number[] = [];
  readonly #constants: number[] = [];
  readonly #constantNumbers = new Map<number, number>();
  #depth = 0;
  #deepest = 0;

  rule(rule: number, plan: Plan): void {
    this.#plan(plan);
    this.#code.push(STORE, rule);
  }

  done(): Bytecode {
    return {
      code: Int32Array.from(this.#code),
      constants: Float64Array.from(this.#constants),
      depth: this.#deepest,
    };
  }

  #plan(plan: Plan): void {
    switch (plan.kind) {
      case 'constant':
        this.#code.push(CONSTANT, plan.verdict);
        return;
      case 'not':
        this.#plan(plan.operand);
        this.#code.push(NOT);
        return;
      case 'and':
        this.#chain(plan.operands, true);
        return;
      case 'or':
        this.#chain(plan.operands, false);
        return;
      case 'part':
        this.#code.push(ASK, plan.part);
        return;
      case 'present':
        this.#code.push(PRESENT, plan.slot, plan.part);
        return;
      case 'pair': {
        const operator = operatorNumbers[plan.operator];
        this.#code.push(PAIR, plan.left, plan.right, operator, plan.part);
        return;
      }
      case 'slot':
        this.#slot(plan);
    }
  }

  #chain([first, ...rest]: readonly Plan[], isAnd: boolean): void {
    if (!first) {
      this.#code.push(CONSTANT, isAnd ? 2 : 0);
      return;
    }
    this.#plan(first);
    const ends = rest.length === 0 ? [] : [this.#jump(isAnd ? IF_FALSE : IF_TRUE)];
    for (const operand of rest) {
      this.#code.push(PUSH);
      this.#deepest = Math.max(this.#deepest, (this.#depth += 1));
      this.#plan(operand);
      ends.push(this.#jump(isAnd ? POP_IF_FALSE : POP_IF_TRUE));
      this.#depth -= 1;
      this.#code.push(isAnd ? LEAST : MOST);
    }
    for (const end of ends) this.#land(end);
  }

  /** The tests follow the instruction: alternatives of tests that must all hold. */
  #slot(plan: Extract<Plan, { kind: 'slot' }>): void {
    const { slot, tag, nothing, part, anyOf } = plan;
    this.#code.push(SLOT, slot, tag, nothing, part);
    const end = this.#code.push(0) - 1;
    const found: number[] = [];
    for (const tests of anyOf) {
      const failed = tests.map((test) => this.#test(test));
      found.push(this.#jump(FOUND));
      for (const place of failed) this.#land(place);
    }
    this.#code.push(CONSTANT, 0);
    for (const place of found) this.#land(place);
    this.#land(end);
  }

  /** Gives the place of the target for when the test does not hold. */
  #test(test: NumberTest): number {
    if (test.kind === 'member') this.#code.push(MEMBER, test.set);
    else {
      const operator = operatorNumbers[test.operator];
      this.#code.push(COMPARE, operator, this.#constant(test.constant));
    }
    return this.#code.push(0) - 1;
  }

  #constant(value: number): number {
    const known = this.#constantNumbers.get(value);
    if (known !== undefined) return known;
    this.#constantNumbers.set(value, this.#constants.length);
    return this.#constants.push(value) - 1;
  }

  #jump(kind: number): number {
    return this.#code.push(kind, 0) - 1;
  }

  #land(place: number): void {
    this.#code[place] = this.#code.length;
  }
}
