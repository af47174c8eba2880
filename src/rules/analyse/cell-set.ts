import { environment } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import type { RuleExpression } from '../language/expression.ts';
import { operandsOfRule, readsTested } from '../language/operands.ts';
import { Unknown } from '../unknown.ts';
import { isContext, isList, Range } from '../value.ts';
import type { Value } from '../value.ts';

/** The values for which a cell holds, as far as it compares with constants. */
export type CellSet =
  | { readonly kind: 'range'; readonly range: Range }
  | { readonly kind: 'not'; readonly set: CellSet }
  | { readonly kind: 'any' | 'all'; readonly sets: readonly CellSet[] };

const everything: CellSet = { kind: 'all', sets: [] };
const nothing: CellSet = { kind: 'any', sets: [] };

/** The set of a condition on `?`; undefined where it depends on more than `?` and constants. */
export function cellSet(condition: RuleExpression): CellSet | undefined {
  switch (condition.kind) {
    case 'literal':
      return condition.value === 'true' ? everything : nothing;
    case 'not': {
      const set = cellSet(condition.operand);
      return set && { kind: 'not', set };
    }
    case 'and':
    case 'or': {
      const sets = condition.operands.map(cellSet);
      if (!sets.every((set) => set !== undefined)) return undefined;
      return { kind: condition.kind === 'and' ? 'all' : 'any', sets };
    }
    case 'compare':
    case 'equal':
      return isTested(condition.left) && isConstant(condition.right)
        ? compared(condition.kind === 'equal' ? 'eq' : condition.operator, valueOf(condition.right))
        : undefined;
    case 'test': {
      if (!isTested(condition.value)) return undefined;
      const sets = condition.tests.map(testSet);
      return sets.every((set) => set !== undefined) ? { kind: 'any', sets } : undefined;
    }
    default:
      return undefined;
  }
}

function testSet(test: RuleExpression): CellSet | undefined {
  if (readsTested(test)) return cellSet(test);
  return isConstant(test) ? wanted(valueOf(test)) : undefined;
}

function wanted(value: Value): CellSet | undefined {
  if (value instanceof Range) return { kind: 'range', range: value };
  if (value instanceof Unknown) return nothing;
  if (isContext(value)) return undefined;
  if (!isList(value)) return compared('eq', value);
  const sets = value.map(wanted);
  return sets.every((set) => set !== undefined) ? { kind: 'any', sets } : undefined;
}

function compared(operator: string, value: Value): CellSet {
  if (value instanceof Unknown) return nothing;
  const range = (low: Value | undefined, high: Value | undefined, isIncluded = false): CellSet => ({
    kind: 'range',
    range: new Range(low, high, { lowIncluded: isIncluded, highIncluded: isIncluded }),
  });
  switch (operator) {
    case 'eq':
      return range(value, value, true);
    case 'lt':
      return range(undefined, value);
    case 'le':
      return range(undefined, value, true);
    case 'gt':
      return range(value, undefined);
    case 'ge':
      return range(value, undefined, true);
    default:
      return { kind: 'not', set: range(value, value, true) };
  }
}

/** The constants at which a set begins or ends. */
export function limitsOf(set: CellSet): readonly Value[] {
  if (set.kind === 'range') {
    return [set.range.low, set.range.high].filter((limit) => limit !== undefined);
  }
  return set.kind === 'not' ? limitsOf(set.set) : set.sets.flatMap(limitsOf);
}

function isTested(expression: RuleExpression): boolean {
  return expression.kind === 'variable' && expression.name === '?';
}

const varying = new Set<RuleExpression['kind']>([
  ...(['variable', 'field', 'previous', 'related', 'outer', 'has-role'] as const),
  ...(['aggregate', 'now', 'today'] as const),
]);

export function isConstant(expression: RuleExpression): boolean {
  return !varying.has(expression.kind) && operandsOfRule(expression).every(isConstant);
}

function valueOf(constant: RuleExpression): Value {
  return interpret(constant, environment({ now: 0 }));
}
