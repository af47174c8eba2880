import type { Expression } from '#blueprint';
import { evaluate } from '../evaluate.ts';
import type { Scope } from '../evaluate.ts';

/**
 * How far an expression is from being `wanted`: 0 when it is, else roughly the number of its parts that
 * would have to change. It shows a search which way to go.
 */
export function distance(expression: Expression, wanted: boolean, scope: Scope): number {
  if (evaluate(expression, scope) === wanted) return 0;
  const of = (part: Expression, value: boolean) => distance(part, value, scope);
  switch (expression.kind) {
    case 'not':
      return of(expression.operand, !wanted);
    case 'and':
    case 'or': {
      const parts = expression.operands.map((part) => of(part, wanted));
      const all = (expression.kind === 'and') === wanted;
      return all ? parts.reduce((sum, part) => sum + part, 0) : Math.min(...parts);
    }
    case 'implies': {
      const { condition, consequence } = expression;
      return wanted
        ? Math.min(of(condition, false), of(consequence, true))
        : of(condition, true) + of(consequence, false);
    }
    default:
      return 1;
  }
}
