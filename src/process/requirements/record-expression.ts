import { jsonName } from '#blueprint';
import type { Entity, Expression } from '#blueprint';
import type { RuleExpression } from '#rules';

/**
 * A condition on a record as one on the data of a process, where the record stands under the name of its entity:
 * `order.total`. Decimals and dates are texts in JSON, and are read as what they are. Undefined for what lies outside of
 * the record.
 */
export function recordExpression(
  expression: Expression,
  entity: Entity,
  record: string,
): RuleExpression | undefined {
  const all = (operands: readonly Expression[]) => {
    const made = operands.map((one) => recordExpression(one, entity, record));
    return made.every((one) => one !== undefined) ? made : undefined;
  };
  switch (expression.kind) {
    case 'literal':
    case 'now':
    case 'today':
      return expression;
    case 'field':
      return fieldOf(expression.field, entity, record);
    case 'present':
    case 'length': {
      const [value] = all([expression.value]) ?? [];
      return value && { kind: expression.kind, value };
    }
    case 'compare': {
      const [left, right] = all([expression.left, expression.right]) ?? [];
      return left && right && { ...expression, left, right };
    }
    case 'arithmetic': {
      const [left, right] = all([expression.left, expression.right]) ?? [];
      return left && right && { ...expression, left, right };
    }
    case 'in':
    case 'matches': {
      const [value] = all([expression.value]) ?? [];
      return value && { ...expression, value };
    }
    case 'and':
    case 'or': {
      const operands = all(expression.operands);
      return operands && { kind: expression.kind, operands };
    }
    case 'not': {
      const [operand] = all([expression.operand]) ?? [];
      return operand && { kind: 'not', operand };
    }
    case 'implies': {
      const [condition, consequence] = all([expression.condition, expression.consequence]) ?? [];
      return condition && consequence && { kind: 'implies', condition, consequence };
    }
    default:
      return undefined;
  }
}

const readAs = new Map([
  ['decimal', 'number'],
  ['money', 'number'],
  ['date', 'date'],
  ['datetime', 'date and time'],
] as const);

function fieldOf(name: string, entity: Entity, record: string): RuleExpression | undefined {
  const field = entity.fields.find((one) => one.name === name);
  if (!field) return undefined;
  const of: RuleExpression = { kind: 'variable', name: record };
  const value: RuleExpression = { kind: 'property', of, name: jsonName(field) };
  const { kind } = field.type;
  const call = readAs.get(kind as 'money');
  return call === undefined ? value : { kind: 'call', function: call, arguments: [value] };
}
