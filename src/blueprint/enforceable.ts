import type { Entity } from './entity.ts';
import type { Expression } from './expression.ts';

/**
 * True if services enforce a rule of `owner`. Besides its record a rule may read records that it refers
 * to, rows that refer to it, and other records of its own kind. Rows of another kind that do not refer to
 * it are modelled only: a write of those could break the rule of any record.
 */
export function isEnforceable(expression: Expression, owner: Pick<Entity, 'id'>): boolean {
  return isReadable(expression, owner, false);
}

/** True if the expression reads nothing but the record, the caller and the clock. */
export function isOverOneRecord(expression: Expression): boolean {
  return !OTHERS.has(expression.kind) && operandsOf(expression).every(isOverOneRecord);
}

/** True if the expression counts, or adds up, other records. */
export function countsRows(expression: Expression): boolean {
  return expression.kind === 'aggregate' || operandsOf(expression).some(countsRows);
}

const OTHERS: ReadonlySet<Expression['kind']> = new Set(['related', 'outer', 'aggregate']);

function isReadable(expression: Expression, owner: Pick<Entity, 'id'>, isInRow: boolean): boolean {
  switch (expression.kind) {
    case 'related':
    case 'previous':
      return !isInRow;
    case 'outer':
      return isInRow;
    case 'aggregate': {
      const { via, entity } = expression;
      if (isInRow || (via === undefined && entity !== owner.id)) return false;
      return operandsOf(expression).every((part) => isReadable(part, owner, true));
    }
    default:
      return operandsOf(expression).every((part) => isReadable(part, owner, isInRow));
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
