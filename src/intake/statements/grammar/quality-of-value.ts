import type { Expression } from '#blueprint';
import { all, any, changes, compare, implies, literal, not, present } from './expressions.ts';
import { isNumeric } from './field-kinds.ts';
import type { Operand } from './parts.ts';
import { says } from './bag.ts';
import type { Bag } from './bag.ts';
import type { Change, Predicate } from './claimed.ts';

/** Claims about single values: required, unique, positive, empty, in the future, immutable … */
export function quality(bag: Bag): Predicate | undefined {
  const operands = bag.things.filter((part) => part.kind === 'operand');
  if (operands.length === 0 || operands.length !== bag.things.length) return undefined;
  const either = alternative(bag, operands);
  if (either) return either;
  for (const read of READERS) {
    const claims = operands.map((operand) => read(bag, operand));
    if (claims.every((claim) => claim !== undefined)) return together(claims);
  }
  return undefined;
}

type Reader = (bag: Bag, operand: Operand) => Predicate | undefined;

/** "Either phone or e-mail is required." */
function alternative(bag: Bag, operands: readonly Operand[]): Predicate | undefined {
  if (
    operands.length < 2 ||
    bag.negated ||
    !says(bag, ['required', 'or'], ['one-of', 'ge', 'have'])
  )
    return undefined;
  return {
    expression: any(operands.map(({ expression }) => present(expression))),
    fields: operands.filter(({ own }) => own).map(({ field }) => field.name),
  };
}

const READERS: readonly Reader[] = [
  (bag, operand) =>
    says(bag, ['required'], ['and', 'have']) ? presence(operand, !bag.negated) : undefined,
  (bag, operand) =>
    says(bag, ['empty'], ['and', 'or']) ? presence(operand, bag.negated) : undefined,
  (bag, operand) =>
    operand.own &&
    ((says(bag, ['unique'], hasBefore(bag, operand) ? ['and', 'have'] : ['and']) && !bag.negated) ||
      (says(bag, ['duplicate'], ['and']) && bag.negated))
      ? claim(operand, present(operand.expression), { unique: true })
      : undefined,
  (bag, operand) =>
    says(bag, ['positive']) && isNumeric(operand.field) && !bag.negated
      ? bound(operand, 'gt', '0')
      : undefined,
  (bag, operand) =>
    says(bag, ['negative']) && isNumeric(operand.field)
      ? bound(operand, bag.negated ? 'ge' : 'lt', '0')
      : undefined,
  (bag, operand) =>
    says(bag, ['non-negative']) && isNumeric(operand.field) && !bag.negated
      ? bound(operand, 'ge', '0')
      : undefined,
  (bag, operand) =>
    says(bag, ['future']) ? moment(operand, bag.negated ? 'le' : 'gt') : undefined,
  (bag, operand) => (says(bag, ['past']) ? moment(operand, bag.negated ? 'ge' : 'lt') : undefined),
];

/** "A permit has a unique number": the number is what is had, and does not have something. */
function hasBefore({ parts }: Bag, operand: Operand): boolean {
  const had = parts.findIndex((part) => part.kind === 'cue' && part.cues.includes('have'));
  return had !== -1 && had < parts.indexOf(operand);
}

function presence(operand: Operand, wanted: boolean): Predicate {
  const expression = present(operand.expression);
  return wanted ? claim(operand, expression, { required: true }) : claim(operand, not(expression));
}

function bound(operand: Operand, operator: 'gt' | 'ge' | 'lt', value: string): Predicate {
  const limit = { value, exclusive: operator !== 'ge' };
  return claim(
    operand,
    compare(operand.expression, operator, literal('integer', value)),
    operator === 'lt' ? { max: limit } : { min: limit },
  );
}

/** Held when the value is set: a date that was in the future once may pass. */
function moment(operand: Operand, operator: 'gt' | 'ge' | 'lt' | 'le'): Predicate | undefined {
  const { kind } = operand.field.type;
  if (kind !== 'date' && kind !== 'datetime') return undefined;
  const reference: Expression = { kind: kind === 'date' ? 'today' : 'now' };
  const holds = compare(operand.expression, operator, reference);
  return claim(operand, operand.own ? implies(changes(operand.field), holds) : holds);
}

function claim(operand: Operand, expression: Expression, change?: Change): Predicate {
  return {
    expression,
    fields: operand.own ? [operand.field.name] : blamed(expression),
    ...(change && operand.own && { constraint: { field: operand.field, change } }),
  };
}

function blamed(expression: Expression): readonly string[] {
  const { value } = expression as { value?: Expression };
  return value?.kind === 'related' ? [value.via] : [];
}

function together(claims: readonly Predicate[]): Predicate {
  const [first, ...others] = claims;
  if (first && others.length === 0) return first;
  const constraints = claims.flatMap(({ constraint }) => constraint ?? []);
  return {
    expression: all(claims.map(({ expression }) => expression)),
    fields: [...new Set(claims.flatMap(({ fields }) => fields))],
    ...(constraints.length === claims.length && { constraints }),
  };
}
