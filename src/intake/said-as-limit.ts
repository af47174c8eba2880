import type { Expression, Field } from '#blueprint';

/** The rule says what a limit of the field says already: "at least 1 tag", beside a list of at least one. */
export function isSaidAsLimit(expression: Expression, fields: readonly Field[]): boolean {
  if (expression.kind === 'and')
    return expression.operands.every((operand) => isSaidAsLimit(operand, fields));
  if (expression.kind !== 'compare') return false;
  const { left, operator, right } = expression;
  if (left.kind !== 'length' || left.value.kind !== 'field' || right.kind !== 'literal')
    return false;
  const { field: name } = left.value;
  const field = fields.find((each) => each.name === name);
  const limit = Number(right.value);
  return (
    (operator === 'ge' && (field?.minLength ?? 0) >= limit) ||
    (operator === 'le' && (field?.maxLength ?? Infinity) <= limit)
  );
}
