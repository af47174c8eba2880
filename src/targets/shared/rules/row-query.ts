import type { Comparison, Entity, Expression, Field } from '#blueprint';
import { kindOf } from '../expression/kind-of.ts';
import type { Kind } from '../expression/kind-of.ts';
import { rowsPlace } from '../expression/place.ts';
import type { Place } from '../expression/place.ts';

type Aggregate = Extract<Expression, { kind: 'aggregate' }>;

/** What a database compares as the rules do: a field of a row with a value that is known before. */
export interface RowCondition {
  readonly field: Field;
  readonly operator: Comparison;
  /** Over the record of the rule: its fields, constants and the clock. */
  readonly value: Expression;
}

/** The rows that an aggregate reads. */
export interface RowQuery {
  readonly place: Place;
  readonly rows: Entity;
  /** The field of the rows that refers to the record. */
  readonly via: Field | undefined;
  /** What the database selects by. */
  readonly conditions: readonly RowCondition[];
  /** What is left to be looked at row by row. */
  readonly rest: readonly Expression[];
}

/** Splits the condition of an aggregate into what a database can select by and the rest. */
export function rowQuery(aggregate: Aggregate, around: Place): RowQuery | undefined {
  const place = rowsPlace(around, aggregate.entity);
  if (!place) return undefined;
  const via = place.entity.fields.find(({ name }) => name === aggregate.via);
  const conditions: RowCondition[] = [];
  const rest: Expression[] = [];
  for (const part of aggregate.where ? conjuncts(aggregate.where) : []) {
    const condition = conditionOf(part, place, around);
    const isKnown = conditions.some(
      ({ field, operator }) => field === condition?.field && operator === condition.operator,
    );
    if (condition && !isKnown && condition.field !== via) conditions.push(condition);
    else rest.push(part);
  }
  return { place, rows: place.entity, via, conditions, rest };
}

function conjuncts(expression: Expression): readonly Expression[] {
  return expression.kind === 'and' ? expression.operands.flatMap(conjuncts) : [expression];
}

/** Kinds whose stored values are equal, and in order, as the values of the rules are. */
const EQUAL: readonly (Kind | undefined)[] = ['text', 'boolean', 'integer', 'date', 'datetime'];
const ORDERED: readonly (Kind | undefined)[] = ['integer', 'date', 'datetime'];
const SWAPPED = { eq: 'eq', ne: 'ne', lt: 'gt', le: 'ge', gt: 'lt', ge: 'le' } as const;

function conditionOf(part: Expression, place: Place, around: Place): RowCondition | undefined {
  if (part.kind !== 'compare') return undefined;
  const turned = part.left.kind === 'field';
  const [own, other] = turned ? [part.left, part.right] : [part.right, part.left];
  const operator = turned ? part.operator : SWAPPED[part.operator];
  if (own.kind !== 'field') return undefined;
  const field = place.entity.fields.find(({ name }) => name === own.field);
  const value = knownBefore(other);
  if (!field || !value) return undefined;
  const kind = kindOf(own, place);
  const isSame = kind === kindOf(value, around);
  const kinds = operator === 'eq' || operator === 'ne' ? EQUAL : ORDERED;
  return isSame && kinds.includes(kind) ? { field, operator, value } : undefined;
}

/** The value as the record of the rule sees it; undefined where it depends on the row. */
function knownBefore(expression: Expression): Expression | undefined {
  switch (expression.kind) {
    case 'outer':
      return { kind: 'field', field: expression.field };
    case 'literal':
    case 'now':
    case 'today':
      return expression;
    default:
      return undefined;
  }
}
