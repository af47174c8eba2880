import type { Comparison, Expression, Field } from '#blueprint';
import { all, compare, literal, numberLiteral, opposite, present } from './expressions.ts';
import type { Operand } from './parts.ts';
import { operatorOf, says } from './bag.ts';
import type { Bag } from './bag.ts';
import type { Change, Predicate } from './claimed.ts';
import { isNumeric, isText } from './field-kinds.ts';
import type { Cue } from '../lexicon/cue.ts';

interface Limit {
  readonly operator: Comparison;
  readonly value: string;
}

const MEASURE: readonly Cue[] = [
  'characters',
  'length',
  'digits',
  'count',
  'to',
  'between',
  'have',
  'required',
  'and',
  'per',
];

/** Numbers that bound a field or its length: "at least 3 characters", "between 1 and 5", "cannot exceed 100". */
export function limits(bag: Bag): Predicate | undefined {
  const operand = bag.things.find((part) => part.kind === 'operand');
  if (!operand?.own) return undefined;
  const found = limitsOf(bag);
  if (!found) return undefined;
  const read = readLimits(bag, operand, found);
  return isRequiredToo(bag) ? withRequired(read, operand) : read;
}

function readLimits(bag: Bag, operand: Operand, found: readonly Limit[]): Predicate | undefined {
  if (!isLength(bag, operand)) return valueLimits(operand, found);
  const digits = bag.marks.some((cues) => cues.includes('digits') && !cues.includes('characters'));
  return digits && isText(operand.field)
    ? digitLimits(operand, found)
    : lengthLimits(operand, found);
}

/** "Title (at most 200 characters) is required" says two things; "must have" says one. */
function isRequiredToo({ parts }: Bag): boolean {
  return parts.some(
    (part) =>
      part.kind === 'cue' &&
      part.cues.includes('required') &&
      part.cues.includes('must') &&
      !part.cues.includes('have'),
  );
}

function withRequired(
  read: Predicate | undefined,
  { expression, field }: Operand,
): Predicate | undefined {
  if (!read?.constraint) return undefined;
  return {
    ...read,
    expression: all([present(expression), read.expression]),
    constraint: { field, change: { ...read.constraint.change, required: true } },
  };
}

function limitsOf(bag: Bag): readonly Limit[] | undefined {
  if (bag.shape === 'FR' || bag.shape === 'RF') {
    const range = bag.things.find((part) => part.kind === 'range');
    if (!range || bag.negated || !says(bag, [], [...MEASURE, 'le', 'eq', 'ge', 'lt']))
      return undefined;
    return [
      { operator: 'ge', value: range.from },
      { operator: 'le', value: range.to },
    ];
  }
  if (bag.shape === 'FN' || bag.shape === 'NF') {
    const number = bag.things.find((part) => part.kind === 'number');
    if (!number || !says(bag, [], [...MEASURE, 'gt', 'ge', 'lt', 'le', 'eq', 'ne']))
      return undefined;
    const operator = operatorOf(bag) ?? (isAssertion(bag) ? 'eq' : undefined);
    return (
      operator && [{ operator: bag.negated ? opposite(operator) : operator, value: number.value }]
    );
  }
  if (bag.shape === 'FNN' && !bag.negated && says(bag, [], [...MEASURE, 'gt', 'ge', 'lt', 'le']))
    return pairs(bag);
  return undefined;
}

/** "must be 8 characters long", "is 100" state an equality without a word for it. */
function isAssertion({ marks }: Bag): boolean {
  return !marks.some((cues) => cues.some((cue) => ['gt', 'ge', 'lt', 'le', 'ne'].includes(cue)));
}

/** Two limits, each number with the comparison beside it: all before their numbers, or all after. */
function pairs({ parts }: Bag): readonly Limit[] | undefined {
  const sequence = parts.flatMap((part): (Comparison | { value: string })[] => {
    if (part.kind === 'number') return [{ value: part.value }];
    if (part.kind !== 'cue') return [];
    const operator = (['ge', 'le', 'gt', 'lt'] as const).find((cue) => part.cues.includes(cue));
    return operator ? [operator] : [];
  });
  const found: Limit[] = [];
  for (let at = 0; at + 1 < sequence.length; at += 2) {
    const pair = [sequence[at], sequence[at + 1]];
    const operator = pair.find((item) => typeof item === 'string');
    const number = pair.find((item) => typeof item === 'object');
    if (!operator || !number) return undefined;
    found.push({ operator, value: number.value });
  }
  return found.length === 2 && sequence.length === 4 ? found : undefined;
}

function isLength(bag: Bag, { field }: Operand): boolean {
  const measured = bag.marks.some((cues) =>
    cues.some((cue) => ['characters', 'length', 'digits'].includes(cue)),
  );
  return (measured && !isNumeric(field)) || isList(field);
}

function isList({ type }: Field): boolean {
  return type.kind === 'list' || (type.kind === 'reference' && type.cardinality === 'many');
}

function lengthLimits(operand: Operand, found: readonly Limit[]): Predicate | undefined {
  const { field } = operand;
  if ((!isText(field) && !isList(field)) || !found.every(({ value }) => /^\d{1,6}$/.test(value)))
    return undefined;
  const length: Expression = { kind: 'length', value: operand.expression };
  const change = isText(field) ? lengthChange(found) : undefined;
  return {
    expression: all(
      found.map(({ operator, value }) => compare(length, operator, literal('integer', value))),
    ),
    fields: [field.name],
    ...(change && { constraint: { field, change } }),
  };
}

function lengthChange(found: readonly Limit[]): Change | undefined {
  const change: { minLength?: number; maxLength?: number } = {};
  for (const { operator, value } of found) {
    const limit = Number(value);
    if (operator === 'ne') return undefined;
    if (operator === 'ge' || operator === 'eq') change.minLength = limit;
    if (operator === 'gt') change.minLength = limit + 1;
    if (operator === 'le' || operator === 'eq') change.maxLength = limit;
    if (operator === 'lt') change.maxLength = limit - 1;
  }
  const { minLength = 0, maxLength = Math.max(1, minLength) } = change;
  return maxLength < Math.max(1, minLength) ? undefined : change;
}

/** "Exactly 10 digits": nothing but digits, and as many. */
function digitLimits(operand: Operand, found: readonly Limit[]): Predicate | undefined {
  const change = lengthChange(found);
  if (!change || !found.every(({ value }) => /^\d{1,3}$/.test(value))) return undefined;
  const { minLength = 0, maxLength = '' } = change;
  const pattern =
    minLength === maxLength ? `[0-9]{${minLength}}` : `[0-9]{${minLength},${maxLength}}`;
  const { field } = operand;
  return {
    expression: { kind: 'matches', value: operand.expression, pattern },
    fields: [field.name],
    constraint: { field, change: { pattern: `^${pattern}$` } },
  };
}

function valueLimits(operand: Operand, found: readonly Limit[]): Predicate | undefined {
  const { field } = operand;
  if (!isNumeric(field)) return undefined;
  const change: { -readonly [K in 'min' | 'max']?: { value: string; exclusive: boolean } } = {};
  let isBound = true;
  for (const { operator, value } of found) {
    if (operator === 'ne') isBound = false;
    if (operator === 'ge' || operator === 'gt' || operator === 'eq')
      change.min = { value, exclusive: operator === 'gt' };
    if (operator === 'le' || operator === 'lt' || operator === 'eq')
      change.max = { value, exclusive: operator === 'lt' };
  }
  return {
    expression: all(
      found.map(({ operator, value }) =>
        compare(operand.expression, operator, numberLiteral(value)),
      ),
    ),
    fields: [field.name],
    ...(isBound && { constraint: { field, change } }),
  };
}
