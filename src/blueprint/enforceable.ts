import type { Expression } from './expression.ts';

/** True if the expression reads one record only: rules over several are modelled, but no service enforces them yet. */
export function isEnforceable(expression: Expression): boolean {
  switch (expression.kind) {
    case 'related':
    case 'outer':
    case 'aggregate':
      return false;
    default:
      return operandsOf(expression).every(isEnforceable);
  }
}

/** The expressions that an expression is made of, in the order in which they are written. */
export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'present':
    case 'length':
    case 'matches':
      return [expression.value];
    case 'compare':
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'in':
      return [expression.value, ...expression.options];
    case 'and':
    case 'or':
      return expression.operands;
    case 'not':
      return [expression.operand];
    case 'implies':
      return [expression.condition, expression.consequence];
    case 'aggregate':
      return [expression.value, expression.where].filter((operand) => operand !== undefined);
    default:
      return [];
  }
}
