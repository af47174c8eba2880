import { operandsOf } from '#blueprint';
import type { Entity, Expression, Literal, Rule } from '#blueprint';

/** A rule that is the same as another, but holds wherever a choice has another value than this one. */
export interface RuleVariant {
  readonly value: string;
  readonly entity: Entity;
  readonly rule: Rule;
}

/**
 * Variants of a rule for every value of the lists in it: of `status is one of approved, done`, one for
 * `approved` and one for `done`. An example that breaks the rule would show only one of them.
 */
export function ruleVariants(entity: Entity, rule: Rule): readonly RuleVariant[] {
  return listsIn(rule.expression).flatMap(({ value: choice, options }) =>
    options.map((option) => {
      const elsewhere: Expression = {
        kind: 'not',
        operand: { kind: 'compare', operator: 'eq', left: choice, right: option },
      };
      const expression: Expression = { kind: 'or', operands: [rule.expression, elsewhere] };
      const variant = { ...rule, expression };
      const rules = entity.rules.map((one) => (one === rule ? variant : one));
      return { value: option.value, entity: { ...entity, rules }, rule: variant };
    }),
  );
}

interface ValueList {
  readonly value: Expression;
  readonly options: readonly Literal[];
}

function listsIn(expression: Expression): readonly ValueList[] {
  const inside = operandsOf(expression).flatMap(listsIn);
  return expression.kind === 'in' ? [expression, ...inside] : inside;
}
