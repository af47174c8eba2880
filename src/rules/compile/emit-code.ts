import { carefulCode } from './careful-code.ts';
import type { NumberedPlan } from './numbered-plan.ts';
import type { Plan, Tag } from './plan.ts';
import { agree, quickCode, tagsOf } from './quick-code.ts';
import type { Tags } from './quick-code.ts';

/** Decides some rules: fills `verdicts` from the slots; `ask` runs a part by the interpreter. */
export type Chunk = (
  tags: Uint8Array,
  numbers: Float64Array,
  verdicts: Uint8Array,
  ask: (part: number) => number,
  sets: readonly ReadonlySet<number>[],
) => void;

/** Size of a function: V8 compiles what is small and called often. */
const MAX_RULES = 64;
const MAX_TESTS = 300;

/** True where code can be made at run time: not under a content security policy, not in some workers. */
export function canMakeCode(): boolean {
  try {
    return makeFunction('return 1')() === 1;
  } catch {
    return false;
  }
}

/**
 * JavaScript for plans, some dozens of rules a function: where the slots hold what the rules expect, without
 * a branch. The text is made of operators, of names that are written here, and of numbers that were numbers
 * before: nothing of it comes from a user's text.
 */
export function chunksOf(plans: readonly Plan[]): readonly Chunk[] {
  return groupsOf(plans).map(({ rules, tags }) => {
    let careful: Chunk | undefined;
    const run: Chunk = (...slots) => (careful ??= chunk(carefulCode(rules)))(...slots);
    if (!tags) return run;
    const quick = chunk(quickCode(rules, tags)) as (...slots: Parameters<Chunk>) => boolean;
    return (...slots) => {
      if (!quick(...slots)) run(...slots);
    };
  });
}

interface Group {
  readonly rules: NumberedPlan[];
  /** What the slots of all of them have to hold for the quick form, if there is one. */
  tags: Tags | undefined;
  tests: number;
}

function groupsOf(plans: readonly Plan[]): readonly Group[] {
  const quick: Group[] = [];
  const others: Group[] = [];
  for (const [rule, plan] of plans.entries()) {
    const tags = tagsOf(plan);
    const groups = tags ? quick : others;
    const last = groups.at(-1);
    const tests = testCount(plan);
    const hasRoom = last && last.rules.length < MAX_RULES && last.tests + tests <= MAX_TESTS;
    if (!hasRoom || (last.tags && tags && !agree(last.tags, tags))) {
      groups.push({ rules: [[rule, plan]], tags, tests });
      continue;
    }
    last.rules.push([rule, plan]);
    last.tests += tests;
    if (last.tags && tags) last.tags = new Map<number, Tag>([...last.tags, ...tags]);
  }
  return [...quick, ...others];
}

function testCount(plan: Plan): number {
  switch (plan.kind) {
    case 'and':
    case 'or':
      return plan.operands.reduce((sum, operand) => sum + testCount(operand), 0);
    case 'not':
      return testCount(plan.operand);
    case 'slot':
      return plan.anyOf.reduce((sum, all) => sum + all.length, 0);
    default:
      return 1;
  }
}

function chunk(body: string): Chunk {
  return makeFunction('t', 'n', 'v', 'ask', 's', body);
}

function makeFunction(...parts: readonly string[]): (...args: unknown[]) => unknown {
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the one place; see chunksOf
  return new Function(...parts) as (...args: unknown[]) => unknown;
}
