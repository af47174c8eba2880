import { isReference } from '#blueprint';
import type { Entity, Expression, ReferenceField, Rule, Service } from '#blueprint';
import { aggregatesIn } from './several.ts';

/**
 * The rules of other records that a record counts for, as rules of its own: what they say of it where it
 * is the only one that counts. They help to find examples that such a rule lets through.
 */
export function rulesOfParents(service: Service, entity: Entity): readonly Rule[] {
  const references = entity.fields.filter(isReference);
  return references.flatMap((field) => {
    const parent = service.entities.find(({ id }) => id === field.type.entity);
    return (parent?.rules ?? []).flatMap((rule): Rule[] => {
      const expression = onlyRow(rule.expression, entity, field);
      const counts = aggregatesIn(rule.expression).some((one) => isOf(one, entity, field));
      const isWritten = rule.on.includes('create') || rule.on.includes('update');
      if (!counts || !isWritten || !expression) return [];
      return [{ ...rule, on: ['create', 'update'], expression }];
    });
  });
}

/** Undefined where it says more than can be said of one row. */
function onlyRow(
  expression: Expression,
  entity: Entity,
  field: ReferenceField,
): Expression | undefined {
  const of = (part: Expression) => onlyRow(part, entity, field);
  switch (expression.kind) {
    case 'literal':
    case 'now':
    case 'today':
    case 'has-role':
      return expression;
    case 'field':
      return { kind: 'related', via: field.name, field: expression.field };
    case 'aggregate': {
      if (!isOf(expression, entity, field)) return undefined;
      if (expression.function !== 'count') return expression.value;
      return { kind: 'literal', type: 'integer', value: '1' };
    }
    case 'compare': {
      const { operator } = expression;
      const [left, right] = [of(expression.left), of(expression.right)];
      if (!left || !right) return undefined;
      const [isLow, isHigh] = [['lt', 'le'].includes(operator), ['gt', 'ge'].includes(operator)];
      return {
        ...expression,
        left: isLow ? manyTimes(expression.left, left) : left,
        right: isHigh ? manyTimes(expression.right, right) : right,
      };
    }
    case 'arithmetic': {
      const [left, right] = [of(expression.left), of(expression.right)];
      return left && right && { ...expression, left, right };
    }
    case 'and':
    case 'or': {
      const operands = expression.operands.map(of);
      const known = operands.filter((part) => part !== undefined);
      return known.length === operands.length ? { ...expression, operands: known } : undefined;
    }
    case 'not': {
      const operand = of(expression.operand);
      return operand && { ...expression, operand };
    }
    case 'implies': {
      const [condition, consequence] = [of(expression.condition), of(expression.consequence)];
      return condition && consequence && { ...expression, condition, consequence };
    }
    case 'present':
    case 'length':
    case 'matches':
    case 'in': {
      const value = of(expression.value);
      return value && { ...expression, value };
    }
    default:
      return undefined;
  }
}

/** Leaves room for more where a sum is limited. */
function manyTimes(whole: Expression, part: Expression): Expression {
  if (whole.kind !== 'aggregate' || whole.function !== 'sum') return part;
  const right: Expression = { kind: 'literal', type: 'integer', value: '8' };
  return { kind: 'arithmetic', operator: 'multiply', left: part, right };
}

function isOf(
  { entity: id, via }: Extract<Expression, { kind: 'aggregate' }>,
  entity: Entity,
  field: ReferenceField,
): boolean {
  return id === entity.id && via === field.name;
}
