import { isOverOneRecord, operandsOf } from '#blueprint';
import type { Expression, Incoming } from '#blueprint';

/**
 * What the rules of records that refer to a record ask of it alone, as conditions over its own fields: "lines
 * are added to open orders only" wishes for an open order. An example that grants the wishes can have rows.
 * @param incoming the references to the record
 */
export function wishesOfChildren(incoming: readonly Incoming[]): readonly Expression[] {
  return incoming.flatMap(({ entity: child, field: { name, type } }) =>
    type.cardinality === 'one'
      ? child.rules
          .filter(({ on }) => on.includes('create'))
          .flatMap(({ expression }) => asOwn(expression, name) ?? [])
          .filter(isOverOneRecord)
      : [],
  );
}

/** The expression as the record sees it; undefined where it reads anything else. */
function asOwn(expression: Expression, via: string): Expression | undefined {
  if (expression.kind === 'related' && expression.via === via) {
    return { kind: 'field', field: expression.field };
  }
  switch (expression.kind) {
    case 'literal':
    case 'now':
    case 'today':
    case 'has-role':
      return expression;
    case 'compare':
    case 'arithmetic': {
      const [left, right] = [asOwn(expression.left, via), asOwn(expression.right, via)];
      return left && right && { ...expression, left, right };
    }
    case 'not': {
      const operand = asOwn(expression.operand, via);
      return operand && { ...expression, operand };
    }
    case 'and':
    case 'or': {
      const operands = operandsOf(expression).map((part) => asOwn(part, via));
      const known = operands.filter((part) => part !== undefined);
      return known.length === operands.length ? { ...expression, operands: known } : undefined;
    }
    case 'present':
    case 'length':
    case 'matches':
    case 'in': {
      const value = asOwn(expression.value, via);
      return value && { ...expression, value };
    }
    default:
      return undefined;
  }
}
