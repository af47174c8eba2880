import type { Expression, Field, Literal } from '#blueprint';
import { literal, not, oneOf } from './expressions.ts';
import type { Values } from './parts.ts';
import { says } from './bag.ts';
import type { Bag } from './bag.ts';
import type { Predicate } from './claimed.ts';

/** "Status is cancelled", "the order is paid or shipped", "priority must be one of low, high", "is active". */
export function membership(bag: Bag): Predicate | undefined {
  if (!['V', 'FV', 'VF', 'VV'].includes(bag.shape)) return undefined;
  if (!says(bag, [], ['eq', 'ne', 'one-of', 'required', 'true', 'false', 'once', 'have', 'belong']))
    return undefined;
  const values = bag.things.find((part) => part.kind === 'values');
  const field = bag.things.find((part) => part.kind === 'operand');
  if (!values || (field && field.field !== values.field) || bag.shape === 'VV') return undefined;
  const says_ = (cue: 'ne' | 'false') => bag.marks.some((cues) => cues.includes(cue));
  const negated = [bag.negated, says_('ne'), says_('false')].filter(Boolean).length % 2 === 1;
  const fields = values.own ? [values.field.name] : via(values.expression);
  return { expression: isOneOf(values, negated), fields };
}

/** The expression holds one of the values; for a boolean, `negated` asks for `false`. */
export function isOneOf(values: Values, negated = false): Expression {
  if (values.field.type.kind === 'boolean')
    return oneOf(values.expression, [literal('boolean', String(!negated))]);
  const test = oneOf(values.expression, stateLiterals(values.values));
  if (!negated) return test;
  return test.kind === 'compare' ? { ...test, operator: 'ne' } : not(test);
}

export function stateLiterals(values: readonly string[]): readonly Literal[] {
  return values.map((value) => literal('string', value));
}

function via(expression: Expression): readonly Field['name'][] {
  return expression.kind === 'related' ? [expression.via] : [];
}
