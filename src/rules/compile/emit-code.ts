import type { Comparison } from '#blueprint';
import type { NumberTest, Plan } from './plan.ts';

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

const operators: Readonly<Record<Comparison, string>> = {
  eq: '===',
  ne: '!==',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/** True where code can be made at run time: not under a content security policy, not in some workers. */
export function canMakeCode(): boolean {
  try {
    return makeFunction('return 1')() === 1;
  } catch {
    return false;
  }
}

/**
 * JavaScript for plans, some dozens of rules a function. The text is made of operators, of names that are
 * written here, and of numbers that were numbers before: nothing of it comes from a user's text.
 */
export function chunksOf(plans: readonly Plan[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let body = '';
  let writer = new CodeWriter();
  let rules = 0;
  for (const [rule, plan] of plans.entries()) {
    body += `v[${rule}]=${writer.verdict(plan)};\n`;
    rules += 1;
    if (rules < MAX_RULES && writer.tests < MAX_TESTS && rule < plans.length - 1) continue;
    const text = `${writer.declarations()}${body}`;
    chunks.push(makeFunction('t', 'n', 'v', 'ask', 's', text));
    body = '';
    writer = new CodeWriter();
    rules = 0;
  }
  return chunks;
}

class CodeWriter {
  tests = 0;
  #variables = 0;
  readonly #slots = new Set<string>();

  /** Slots are read once per function: their values are constants in it. */
  declarations(): string {
    const slots = [...this.#slots].map(
      (slot) => `const t${slot}=t[${slot}],n${slot}=n[${slot}];\n`,
    );
    const names = Array.from({ length: this.#variables }, (_, index) => `x${index}`);
    return `${slots.join('')}${names.length === 0 ? '' : `let ${names.join(',')};\n`}`;
  }

  /** An expression that is 0, 1 or 2. */
  verdict(plan: Plan): string {
    this.tests += 1;
    switch (plan.kind) {
      case 'constant':
        return number(plan.verdict);
      case 'not':
        return `(2-${this.verdict(plan.operand)})`;
      case 'and':
        return this.#fold(plan.operands, 0, '<', 2);
      case 'or':
        return this.#fold(plan.operands, 2, '>', 0);
      case 'part':
        return ask(plan.part);
      case 'present': {
        const at = this.#slot(plan.slot);
        return `(t${at}===5?${ask(plan.part)}:t${at}===0?0:2)`;
      }
      case 'pair': {
        const [a, b] = [this.#slot(plan.left), this.#slot(plan.right)];
        // Texts that are no constants all have the number -1.
        const isSame = `t${a}===t${b}&&(t${a}===1||t${a}===3||t${a}===4)`;
        return `(${isSame}?(n${a}${operators[plan.operator]}n${b}?2:0):${ask(plan.part)})`;
      }
      case 'slot': {
        const at = this.#slot(plan.slot);
        const tests = plan.anyOf.map((all) => all.map((one) => this.#test(at, one)).join('&&'));
        const otherwise = `t${at}===0?${number(plan.nothing)}:${ask(plan.part)}`;
        return `(t${at}===${number(plan.tag)}?(${tests.join('||')}?2:0):${otherwise})`;
      }
    }
  }

  #test(slot: string, test: NumberTest): string {
    this.tests += 1;
    if (test.kind === 'member') return `s[${number(test.set)}].has(n${slot})`;
    return `n${slot}${operators[test.operator]}${number(test.constant)}`;
  }

  #slot(slot: number): string {
    const text = number(slot);
    this.#slots.add(text);
    return text;
  }

  /** The smallest or largest verdict, stopping at the one that decides. */
  #fold(operands: readonly Plan[], decisive: 0 | 2, better: '<' | '>', neutral: 0 | 2): string {
    const [first, ...rest] = operands;
    if (!first) return number(neutral);
    const text = this.verdict(first);
    if (rest.length === 0) return text;
    const [a, b] = [`x${this.#variables}`, `x${this.#variables + 1}`];
    this.#variables += 2;
    const others = this.#fold(rest, decisive, better, neutral);
    return `((${a}=${text})===${decisive}?${decisive}:(${b}=${others})${better}${a}?${b}:${a})`;
  }
}

function ask(part: number): string {
  return `ask(${number(part)})`;
}

/** The text of a number, and of nothing else. */
function number(value: number): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error('no number to write');
  return value < 0 ? `(${value})` : String(value);
}

function makeFunction(...parts: readonly string[]): (...args: unknown[]) => unknown {
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the one place; see chunksOf
  return new Function(...parts) as (...args: unknown[]) => unknown;
}
