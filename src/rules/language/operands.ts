import { operandsOf } from '#blueprint';
import type { Expression } from '#blueprint';
import type { RuleExpression } from './expression.ts';

/** The expressions that an expression is made of, in the order in which they are written. */
export function operandsOfRule(expression: RuleExpression): readonly RuleExpression[] {
  switch (expression.kind) {
    case 'property':
      return [expression.of];
    case 'list':
      return expression.items;
    case 'context':
      return expression.entries.map(({ value }) => value);
    case 'range':
      return [expression.low, expression.high].filter((limit) => limit !== undefined);
    case 'equal':
      return [expression.left, expression.right];
    case 'test':
      return [expression.value, ...expression.tests];
    case 'if':
      return [expression.condition, expression.consequence, expression.alternative];
    case 'call':
      return expression.arguments;
    case 'quantified':
      return [...expression.loops.map(({ list }) => list), expression.condition];
    case 'for':
      return [...expression.loops.map(({ list }) => list), expression.result];
    case 'filter':
      return [expression.list, expression.where];
    case 'instance-of':
      return [expression.value];
    case 'function':
      return [expression.body];
    case 'invoke':
      return [expression.of, ...expression.arguments];
    case 'decide': {
      const { inputs, rows, outputs } = expression.table;
      const fallbacks = outputs.flatMap(({ fallback }) => (fallback ? [fallback] : []));
      const cells = rows.flatMap(({ conditions, results }) => [...conditions, ...results]);
      return [...inputs.map(({ value }) => value), ...cells, ...fallbacks];
    }
    case 'null':
    case 'variable':
      return [];
    default:
      // The operands of a lifted node are where those of the blueprint's are.
      return operandsOf(expression as Expression);
  }
}

/** An expression and all that it is made of, outermost first. */
export function partsOfRule(expression: RuleExpression): readonly RuleExpression[] {
  return [expression, ...operandsOfRule(expression).flatMap(partsOfRule)];
}

/** True if the expression reads `?`: it is a condition on the value under test. */
export function readsTested(expression: RuleExpression): boolean {
  if (expression.kind === 'variable') return expression.name === '?';
  // What is inside of another test has a `?` of its own.
  if (expression.kind === 'decide') return false;
  const operands = expression.kind === 'test' ? [expression.value] : operandsOfRule(expression);
  return operands.some(readsTested);
}
