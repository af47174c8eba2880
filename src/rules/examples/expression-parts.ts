import type { Expression } from '#blueprint';

/** An expression and all that it is made of, outermost first. */
export function partsOf(expression: Expression): readonly Expression[] {
  return [expression, ...childrenOf(expression).flatMap(partsOf)];
}

/** True if the expression reads nothing but the record, the caller and the clock. */
export function isOverOneRecord(expression: Expression): boolean {
  return !partsOf(expression).some(({ kind }) => ['related', 'outer', 'aggregate'].includes(kind));
}

/** The names of the record's fields that the expression reads, as they will be. */
export function fieldsRead(expression: Expression): ReadonlySet<string> {
  const names = partsOf(expression).map((part) => (part.kind === 'field' ? part.field : ''));
  return new Set(names.filter((name) => name !== ''));
}

function childrenOf(expression: Expression): readonly Expression[] {
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
      return [expression.value, expression.where].filter((part) => part !== undefined);
    default:
      return [];
  }
}
