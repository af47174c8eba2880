import type { Expression } from '#blueprint';

/** False if an expression can't become `wanted` whatever the record is, for a caller with these roles. */
export function canBe(expression: Expression, wanted: boolean, roles: readonly string[]): boolean {
  const of = (part: Expression, value: boolean) => canBe(part, value, roles);
  switch (expression.kind) {
    case 'has-role':
      return (roles.includes('owner') || roles.includes(expression.role)) === wanted;
    case 'not':
      return of(expression.operand, !wanted);
    case 'and':
      return wanted
        ? expression.operands.every((part) => of(part, true))
        : expression.operands.some((part) => of(part, false));
    case 'or':
      return wanted
        ? expression.operands.some((part) => of(part, true))
        : expression.operands.every((part) => of(part, false));
    case 'implies': {
      const { condition, consequence } = expression;
      return wanted
        ? of(condition, false) || of(consequence, true)
        : of(condition, true) && of(consequence, false);
    }
    default:
      return true;
  }
}
