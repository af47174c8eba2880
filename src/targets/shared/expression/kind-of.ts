import type { Entity, Expression, FieldType } from '#blueprint';

/** What an expression gives, as far as it decides which helpers its code calls. */
export type Kind =
  | 'text'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'datetime'
  | 'duration'
  | 'json';

/** The kind of an expression over records of `entity`; undefined if it can give nothing. */
export function kindOf(expression: Expression, entity: Entity): Kind | undefined {
  switch (expression.kind) {
    case 'literal':
      // Larger numbers are exact as decimals only.
      if (expression.type === 'integer' && !Number.isSafeInteger(Number(expression.value))) {
        return 'decimal';
      }
      return literalKinds[expression.type];
    case 'now':
      return 'datetime';
    case 'today':
      return 'date';
    case 'field':
    case 'previous': {
      const field = entity.fields.find(({ name }) => name === expression.field);
      return field && kindOfType(field.type);
    }
    case 'length':
      return 'integer';
    case 'arithmetic':
      return kindOfArithmetic(expression, entity);
    case 'related':
    case 'outer':
    case 'aggregate':
      return undefined;
    default:
      return 'boolean';
  }
}

const literalKinds = {
  string: 'text',
  integer: 'integer',
  decimal: 'decimal',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  duration: 'duration',
} as const;

function kindOfType(type: FieldType): Kind {
  switch (type.kind) {
    case 'integer':
      return 'integer';
    case 'number':
    case 'decimal':
    case 'money':
      return 'decimal';
    case 'boolean':
    case 'date':
    case 'datetime':
      return type.kind;
    case 'list':
    case 'json':
      return 'json';
    case 'reference':
      return type.cardinality === 'many' ? 'json' : 'text';
    default:
      return 'text';
  }
}

function kindOfArithmetic(
  { operator, left, right }: Extract<Expression, { kind: 'arithmetic' }>,
  entity: Entity,
): Kind | undefined {
  const [a, b] = [kindOf(left, entity), kindOf(right, entity)];
  if (isNumber(a) && isNumber(b)) return 'decimal';
  if (operator !== 'add' && operator !== 'subtract') return undefined;
  if (a === 'duration' && b === 'duration') return 'duration';
  if (isTime(a) && b === 'duration') return 'datetime';
  return isTime(a) && isTime(b) && operator === 'subtract' ? 'duration' : undefined;
}

export function isNumber(kind: Kind | undefined): boolean {
  return kind === 'integer' || kind === 'decimal';
}

export function isTime(kind: Kind | undefined): boolean {
  return kind === 'date' || kind === 'datetime';
}
