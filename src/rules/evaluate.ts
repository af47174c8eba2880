import { jsonName } from '#blueprint';
import type { Entity, Expression } from '#blueprint';
import { calculate } from './calculate.ts';
import { compareValues } from './compare.ts';
import { literalValue, valueOf } from './value.ts';
import type { Value } from './value.ts';

/** What an expression is evaluated against. Records are as JSON shows them, by JSON name. */
export interface Scope {
  readonly entity: Entity;
  readonly record: Readonly<Record<string, unknown>>;
  /** The record before the write; absent on create. */
  readonly previous?: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly roles: readonly string[];
  /** Answers what lies outside of the record; without it those parts are unknown. */
  readonly outside?: (
    expression: Extract<Expression, { kind: 'aggregate' | 'related' | 'outer' }>,
  ) => Value;
}

const DAY = 86_400_000;

/**
 * Evaluates an expression by three-valued logic: `true`, `false`, or undefined for unknown. This is the
 * reference that every target's lowering is held against, by the vectors in test/vectors.
 */
export function evaluate(expression: Expression, scope: Scope): boolean | undefined {
  const value = valueIn(expression, scope);
  return value?.type === 'boolean' ? value.value : undefined;
}

/** The value of an expression of any type. */
export function valueIn(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return literalValue(expression);
    case 'now':
      return { type: 'datetime', value: scope.now };
    case 'today':
      return { type: 'date', value: Math.floor(scope.now / DAY) * DAY };
    case 'field':
      return fieldValue(scope.entity, expression.field, scope.record);
    case 'previous':
      return scope.previous && fieldValue(scope.entity, expression.field, scope.previous);
    case 'has-role':
      return truth(scope.roles.includes('owner') || scope.roles.includes(expression.role));
    case 'present':
      return truth(valueIn(expression.value, scope) !== undefined);
    case 'length':
      return lengthOf(valueIn(expression.value, scope));
    case 'compare':
      return truth(
        compareValues(
          expression.operator,
          valueIn(expression.left, scope),
          valueIn(expression.right, scope),
        ),
      );
    case 'arithmetic':
      return calculate(
        expression.operator,
        valueIn(expression.left, scope),
        valueIn(expression.right, scope),
      );
    case 'in': {
      const value = valueIn(expression.value, scope);
      return truth(
        any(expression.options.map((option) => compareValues('eq', value, literalValue(option)))),
      );
    }
    case 'matches': {
      const value = valueIn(expression.value, scope);
      return value?.type === 'text'
        ? truth(new RegExp(`^(?:${expression.pattern})$`, 'u').test(value.value))
        : undefined;
    }
    case 'and':
      return truth(
        negated(any(expression.operands.map((operand) => negated(evaluate(operand, scope))))),
      );
    case 'or':
      return truth(any(expression.operands.map((operand) => evaluate(operand, scope))));
    case 'not':
      return truth(negated(evaluate(expression.operand, scope)));
    case 'implies':
      return evaluate(expression.condition, scope) === true
        ? truth(evaluate(expression.consequence, scope))
        : truth(true);
    case 'related':
    case 'outer':
    case 'aggregate':
      return scope.outside?.(expression);
  }
}

function fieldValue(
  entity: Entity,
  name: string,
  record: Readonly<Record<string, unknown>>,
): Value {
  const field = entity.fields.find((candidate) => candidate.name === name);
  return field && valueOf(field.type, record[jsonName(field)]);
}

function lengthOf(value: Value): Value {
  if (value?.type === 'json') {
    const list: unknown = JSON.parse(value.value);
    return Array.isArray(list) ? count(list.length) : undefined;
  }
  return value?.type === 'text' ? count(Array.from(value.value).length) : undefined;
}

function count(length: number): Value {
  return { type: 'number', value: { units: BigInt(length), scale: 0 } };
}

function truth(value: boolean | undefined): Value {
  return value === undefined ? undefined : { type: 'boolean', value };
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function any(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(true)) return true;
  return values.includes(undefined) ? undefined : false;
}
