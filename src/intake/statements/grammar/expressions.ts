import type { Comparison, Expression, Field, Literal } from '#blueprint';

export function field(name: string): Expression {
  return { kind: 'field', field: name };
}

export function previous(name: string): Expression {
  return { kind: 'previous', field: name };
}

export function present(value: Expression): Expression {
  return { kind: 'present', value };
}

export function not(operand: Expression): Expression {
  return operand.kind === 'not' ? operand.operand : { kind: 'not', operand };
}

export function compare(left: Expression, operator: Comparison, right: Expression): Expression {
  return { kind: 'compare', operator, left, right };
}

export function implies(condition: Expression, consequence: Expression): Expression {
  return { kind: 'implies', condition, consequence };
}

export function all(operands: readonly Expression[]): Expression {
  const [first] = operands;
  return operands.length === 1 && first ? first : { kind: 'and', operands };
}

export function any(operands: readonly Expression[]): Expression {
  const [first] = operands;
  return operands.length === 1 && first ? first : { kind: 'or', operands };
}

export function literal(type: Literal['type'], value: string): Literal {
  return { kind: 'literal', type, value };
}

/** A number as the literal that fits a field: whole numbers stay integers. */
export function numberLiteral(value: string): Literal {
  return literal(value.includes('.') ? 'decimal' : 'integer', value);
}

/** `value` is one of the states or options. */
export function oneOf(value: Expression, options: readonly Literal[]): Expression {
  const [only] = options;
  return options.length === 1 && only ? compare(value, 'eq', only) : { kind: 'in', value, options };
}

/** The field keeps what it held before the write; two missing values are the same. */
export function unchanged({ name }: Pick<Field, 'name'>): Expression {
  return any([
    compare(field(name), 'eq', previous(name)),
    all([not(present(field(name))), not(present(previous(name)))]),
  ]);
}

/** The write sets or changes the field. */
export function changes({ name }: Pick<Field, 'name'>): Expression {
  return any([compare(field(name), 'ne', previous(name)), not(present(previous(name)))]);
}

/** The expression does not hold; for a value that is compared, that it is another. */
export function denied(expression: Expression): Expression {
  return expression.kind === 'compare' &&
    expression.operator === 'eq' &&
    expression.right.kind === 'literal'
    ? { ...expression, operator: 'ne' }
    : not(expression);
}

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  eq: 'ne',
  ne: 'eq',
  lt: 'ge',
  ge: 'lt',
  gt: 'le',
  le: 'gt',
};

/** The comparison that holds exactly when `operator` does not. */
export function opposite(operator: Comparison): Comparison {
  return OPPOSITE[operator];
}
