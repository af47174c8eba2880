import type { Entity, Expression, FieldType } from '#blueprint';
import { relatedEntity, rowsPlace } from './place.ts';
import type { Place } from './place.ts';

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

/** The kind of an expression at a place; undefined if it can give nothing. */
export function kindOf(expression: Expression, place: Place): Kind | undefined {
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
    case 'previous':
      return kindOfField(place.entity, expression.field);
    case 'outer':
      return kindOfField(place.around?.entity, expression.field);
    case 'related':
      return kindOfField(relatedEntity(place, expression.via), expression.field);
    case 'length':
      return 'integer';
    case 'arithmetic':
      return kindOfArithmetic(expression, place);
    case 'aggregate':
      return kindOfAggregate(expression, place);
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

function kindOfField(entity: Entity | undefined, name: string): Kind | undefined {
  const field = entity?.fields.find((candidate) => candidate.name === name);
  return field && kindOfType(field.type);
}

function kindOfAggregate(
  expression: Extract<Expression, { kind: 'aggregate' }>,
  place: Place,
): Kind | undefined {
  if (expression.function === 'count') return 'integer';
  const rows = rowsPlace(place, expression.entity);
  const kind = rows && expression.value && kindOf(expression.value, rows);
  if (isNumber(kind)) return 'decimal';
  const isExtreme = expression.function === 'min' || expression.function === 'max';
  return isExtreme && isTime(kind) ? kind : undefined;
}

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
  place: Place,
): Kind | undefined {
  const [a, b] = [kindOf(left, place), kindOf(right, place)];
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
