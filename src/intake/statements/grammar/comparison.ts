import type { Comparison, Expression, Field } from '#blueprint';
import type { Cue } from '../lexicon/cue.ts';
import { changes, compare, implies, literal, opposite } from './expressions.ts';
import type { Operand } from './parts.ts';
import { operatorOf, says } from './bag.ts';
import type { Bag } from './bag.ts';
import type { Predicate } from './claimed.ts';
import { isNumeric, isText, isTime } from './field-kinds.ts';

const DIRECTIONS: readonly Cue[] = ['after', 'before'];
const COMPARISONS: readonly Cue[] = ['gt', 'ge', 'lt', 'le', 'eq', 'ne', 'same'];

/** Two values of a record, or a value and a moment: "the end date must be at most 45 days after the start date". */
export function comparison(bag: Bag): Predicate | undefined {
  switch (bag.shape) {
    case 'FF':
      return twoFields(bag);
    case 'FDF':
    case 'FFD':
      return distance(bag);
    case 'FT':
      return fieldAndMoment(bag);
    case 'FDT':
    case 'FD':
      return distanceFromNow(bag);
    default:
      return undefined;
  }
}

function twoFields(bag: Bag): Predicate | undefined {
  const [left, right] = operands(bag);
  if (!left || !right || !says(bag, [], [...COMPARISONS, ...DIRECTIONS, 'count'])) return undefined;
  const operator =
    operatorOf(bag) ??
    directionOf(bag) ??
    (bag.marks.some((cues) => cues.includes('same')) ? 'eq' : undefined);
  if (!operator || !comparable(left.field, right.field, operator) || startsWithComparison(bag))
    return undefined;
  return result(left, bag.negated ? opposite(operator) : operator, right.expression, right);
}

/** "After the start date comes the end date": the order of the words is not that of the comparison. */
function startsWithComparison({ parts }: Bag): boolean {
  const first = parts.find(
    (part) =>
      part.kind !== 'cue' || part.cues.some((cue) => [...COMPARISONS, ...DIRECTIONS].includes(cue)),
  );
  return first?.kind === 'cue';
}

function comparable(left: Field, right: Field, operator: Comparison): boolean {
  if (isNumeric(left) && isNumeric(right)) return true;
  if (isTime(left) && isTime(right)) return true;
  const exact = operator === 'eq' || operator === 'ne';
  return exact && ((isText(left) && isText(right)) || sameReference(left, right));
}

function sameReference({ type: left }: Field, { type: right }: Field): boolean {
  return left.kind === 'reference' && right.kind === 'reference' && left.entity === right.entity;
}

/** After is greater, before is less, unless the marks say both or neither. */
function directionOf({ marks }: Bag): 'gt' | 'lt' | undefined {
  const after = marks.some((cues) => cues.includes('after'));
  const before = marks.some((cues) => cues.includes('before'));
  if (after === before) return undefined;
  return after ? 'gt' : 'lt';
}

function distance(bag: Bag): Predicate | undefined {
  const [left, right] = operands(bag);
  const duration = bag.things.find((part) => part.kind === 'duration');
  if (!left || !right || !duration || !isTime(left.field) || !isTime(right.field)) return undefined;
  if (!says(bag, [], [...COMPARISONS, ...DIRECTIONS, 'to', 'between'])) return undefined;
  const limit = operatorOf(bag);
  // "within 45 days of the start date" may look both ways; at most 45 days after it holds in each reading.
  const direction = directionOf(bag) ?? (limit === 'le' ? 'gt' : undefined);
  if (!direction) return undefined;
  const operator = distanceOperator(bag, limit ?? 'eq', direction);
  if (operator === undefined) return undefined;
  return result(left, operator, shifted(right.expression, direction, duration.iso), right);
}

/** At least 45 days before is at most the date minus 45 days. */
function distanceOperator(
  bag: Bag,
  limit: Comparison,
  direction: 'gt' | 'lt',
): Comparison | undefined {
  const meant = bag.negated ? opposite(limit) : limit;
  if (direction === 'gt') return meant;
  const mirrored = { ge: 'le', gt: 'lt', le: 'ge', lt: 'gt', eq: 'eq', ne: 'ne' } as const;
  return mirrored[meant];
}

function shifted(expression: Expression, direction: 'gt' | 'lt', iso: string): Expression {
  return {
    kind: 'arithmetic',
    operator: direction === 'gt' ? 'add' : 'subtract',
    left: expression,
    right: literal('duration', iso),
  };
}

function fieldAndMoment(bag: Bag): Predicate | undefined {
  const [left] = operands(bag);
  const moment = bag.things.find((part) => part.kind === 'moment');
  if (!left || !moment || !isTime(left.field) || !says(bag, [], [...COMPARISONS, ...DIRECTIONS]))
    return undefined;
  const operator = operatorOf(bag) ?? directionOf(bag);
  if (!operator) return undefined;
  const said = bag.negated ? opposite(operator) : operator;
  return whenSet(left, compare(left.expression, said, fitting(moment.expression, left.field)));
}

/** "at least 24 hours in the future", "at most 30 days after today". */
function distanceFromNow(bag: Bag): Predicate | undefined {
  const [left] = operands(bag);
  const duration = bag.things.find((part) => part.kind === 'duration');
  if (!left || !duration || !isTime(left.field)) return undefined;
  const towards = bag.marks.some((cues) => cues.includes('future'))
    ? 'gt'
    : bag.marks.some((cues) => cues.includes('past'))
      ? 'lt'
      : undefined;
  if (
    !says(
      bag,
      [],
      [...COMPARISONS, ...(bag.shape === 'FDT' ? DIRECTIONS : (['future', 'past'] as const))],
    )
  )
    return undefined;
  const direction = bag.shape === 'FDT' ? directionOf(bag) : towards;
  const limit = operatorOf(bag);
  const operator = direction && limit && distanceOperator(bag, limit, direction);
  if (!operator) return undefined;
  const moment = bag.things.find((part) => part.kind === 'moment')?.expression ?? { kind: 'now' };
  // Hours from today are hours from now.
  const reference: Expression = duration.iso.includes('T')
    ? { kind: 'now' }
    : fitting(moment, left.field);
  return whenSet(
    left,
    compare(left.expression, operator, shifted(reference, direction, duration.iso)),
  );
}

function fitting(moment: Expression, { type }: Field): Expression {
  if (moment.kind !== 'now' && moment.kind !== 'today') return moment;
  return { kind: type.kind === 'date' ? 'today' : moment.kind };
}

/** Compared with a moment that moves, a value is held to it when it is set. */
function whenSet(operand: Operand, holds: Expression): Predicate {
  return {
    expression: operand.own ? implies(changes(operand.field), holds) : holds,
    fields: operand.own ? [operand.field.name] : [],
  };
}

function operands({ things }: Bag): readonly Operand[] {
  return things.filter((part) => part.kind === 'operand');
}

function result(left: Operand, operator: Comparison, right: Expression, other: Operand): Predicate {
  const fields = [left, other].filter(({ own }) => own).map(({ field }) => field.name);
  return { expression: compare(left.expression, operator, right), fields };
}
