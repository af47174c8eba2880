import { numberText, operatorText, testText } from './code-text.ts';
import type { NumberedPlan } from './numbered-plan.ts';
import type { Plan } from './plan.ts';

/** The body of a function for rules whatever the slots hold: every slot is asked what it does. */
export function carefulCode(rules: readonly NumberedPlan[]): string {
  const writer = new CarefulWriter();
  const lines = rules.map(([rule, plan]) => `v[${numberText(rule)}]=${writer.verdict(plan)};\n`);
  return `${writer.declarations()}${lines.join('')}`;
}

class CarefulWriter {
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
    switch (plan.kind) {
      case 'constant':
        return numberText(plan.verdict);
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
        return `(${isSame}?(n${a}${operatorText(plan.operator)}n${b}?2:0):${ask(plan.part)})`;
      }
      case 'slot': {
        const at = this.#slot(plan.slot);
        const tests = plan.anyOf.map((all) =>
          all.map((one) => testText(plan.slot, one)).join('&&'),
        );
        const otherwise = `t${at}===0?${numberText(plan.nothing)}:${ask(plan.part)}`;
        return `(t${at}===${numberText(plan.tag)}?(${tests.join('||')}?2:0):${otherwise})`;
      }
    }
  }

  #slot(slot: number): string {
    const text = numberText(slot);
    this.#slots.add(text);
    return text;
  }

  /** The smallest or largest verdict, stopping at the one that decides. */
  #fold(operands: readonly Plan[], decisive: 0 | 2, better: '<' | '>', neutral: 0 | 2): string {
    const [first, ...rest] = operands;
    if (!first) return numberText(neutral);
    const text = this.verdict(first);
    if (rest.length === 0) return text;
    const [a, b] = [`x${this.#variables}`, `x${this.#variables + 1}`];
    this.#variables += 2;
    const others = this.#fold(rest, decisive, better, neutral);
    return `((${a}=${text})===${decisive}?${decisive}:(${b}=${others})${better}${a}?${b}:${a})`;
  }
}

function ask(part: number): string {
  return `ask(${numberText(part)})`;
}
