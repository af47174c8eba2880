import { numberText, testText } from './code-text.ts';
import type { NumberedPlan } from './numbered-plan.ts';
import type { Plan, Tag } from './plan.ts';

/** What each slot has to hold. */
export type Tags = ReadonlyMap<number, Tag>;

/** What the slots of a plan have to hold so that it is true or false for sure; undefined if nothing makes it so. */
export function tagsOf(plan: Plan): Tags | undefined {
  const tags = new Map<number, Tag>();
  return collect(plan, tags) ? tags : undefined;
}

/** True if slots can hold what both ask for. */
export function agree(one: Tags, other: Tags): boolean {
  return [...other].every(([slot, tag]) => (one.get(slot) ?? tag) === tag);
}

/**
 * The body of a function for rules whose slots hold what they have to; it does nothing and gives false where
 * one does not. Tests are joined by bits and not by branches, which a processor would guess wrongly.
 */
export function quickCode(rules: readonly NumberedPlan[], tags: Tags): string {
  const slots = [...tags].map(([slot, tag]) => [numberText(slot), numberText(tag)] as const);
  const isExpected = slots.map(([slot, tag]) => `t[${slot}]===${tag}`).join('&&') || 'true';
  const values = slots.map(([slot]) => `const n${slot}=n[${slot}];\n`);
  const lines = rules.map(([rule, plan]) => `v[${numberText(rule)}]=${truth(plan)}<<1;\n`);
  return `if(!(${isExpected}))return false;\n${values.join('')}${lines.join('')}return true;`;
}

function collect(plan: Plan, tags: Map<number, Tag>): boolean {
  switch (plan.kind) {
    case 'constant':
      return plan.verdict !== 1;
    case 'not':
      return collect(plan.operand, tags);
    case 'and':
    case 'or':
      return plan.operands.every((operand) => collect(operand, tags));
    case 'slot': {
      const known = tags.get(plan.slot) ?? plan.tag;
      tags.set(plan.slot, known);
      return known === plan.tag;
    }
    default:
      return false;
  }
}

/** An expression that is 0 or 1, or false or true. */
function truth(plan: Plan): string {
  switch (plan.kind) {
    case 'constant':
      return plan.verdict === 2 ? '1' : '0';
    case 'not':
      return `(1^${truth(plan.operand)})`;
    case 'and':
      return joined(plan.operands.map(truth), '&', '1');
    case 'or':
      return joined(plan.operands.map(truth), '|', '0');
    case 'slot': {
      const tests = plan.anyOf.map((all) =>
        joined(
          all.map((test) => `(${testText(plan.slot, test)})`),
          '&',
          '1',
        ),
      );
      return joined(tests, '|', '0');
    }
    default:
      throw new Error(`no quick code for ${plan.kind}`);
  }
}

function joined(texts: readonly string[], operator: '&' | '|', neutral: string): string {
  return texts.length === 0 ? neutral : `(${texts.join(operator)})`;
}
