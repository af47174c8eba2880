import type { RuleExpression } from '../language/expression.ts';
import { partsOfRule } from '../language/operands.ts';
import type { Value } from '../value.ts';
import type { Axis } from './axis.ts';
import { cellSet, limitsOf } from './cell-set.ts';
import type { CellSet } from './cell-set.ts';

/** A condition as logic over comparisons of inputs with constants. */
export type Region =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Region[] }
  | { readonly kind: 'not'; readonly part: Region }
  | { readonly kind: 'atom'; readonly input: string; readonly set: CellSet }
  | { readonly kind: 'constant'; readonly holds: boolean };

/** A rule that is understood: its inputs, and those that only say when it applies. */
export interface RuleRegion {
  readonly region: Region;
  readonly inputs: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
}

/** Undefined for a condition that compares with anything but constants. */
export function ruleRegion(condition: RuleExpression): RuleRegion | undefined {
  const asked = new Set<string>();
  const wanted = new Set<string>();
  const read = (expression: RuleExpression, seen: Set<string>): Region | undefined => {
    switch (expression.kind) {
      case 'literal':
        if (expression.type !== 'boolean') return undefined;
        return { kind: 'constant', holds: expression.value === 'true' };
      case 'and':
      case 'or': {
        const parts = expression.operands.map((operand) => read(operand, seen));
        const known = parts.every((part) => part !== undefined);
        return known ? { kind: expression.kind, parts } : undefined;
      }
      case 'not': {
        const part = read(expression.operand, seen);
        return part && { kind: 'not', part };
      }
      case 'implies':
        return choice(expression.condition, expression.consequence, undefined, seen);
      case 'if':
        return choice(expression.condition, expression.consequence, expression.alternative, seen);
      default: {
        const atom = atomOf(expression);
        if (atom) seen.add(atom.input);
        return atom;
      }
    }
  };
  const choice = (
    condition: RuleExpression,
    consequence: RuleExpression,
    alternative: RuleExpression | undefined,
    seen: Set<string>,
  ): Region | undefined => {
    const when = read(condition, asked);
    const then = read(consequence, seen);
    const otherwise: Region | undefined = alternative
      ? read(alternative, seen)
      : { kind: 'constant', holds: true };
    if (!when || !then || !otherwise) return undefined;
    return {
      kind: 'and',
      parts: [
        { kind: 'or', parts: [{ kind: 'not', part: when }, then] },
        { kind: 'or', parts: [when, otherwise] },
      ],
    };
  };
  const region = read(condition, wanted);
  if (!region) return undefined;
  const conditions = new Set([...asked].filter((input) => !wanted.has(input)));
  return { region, inputs: new Set([...wanted, ...asked]), conditions };
}

/** The constants of each input. */
export function limitsIn(region: Region): readonly (readonly [input: string, limit: Value])[] {
  switch (region.kind) {
    case 'atom':
      return limitsOf(region.set).map((limit) => [region.input, limit] as const);
    case 'and':
    case 'or':
      return region.parts.flatMap(limitsIn);
    case 'not':
      return limitsIn(region.part);
    case 'constant':
      return [];
  }
}

/** Whether the condition holds for one class of each input. */
export function holdsFor(
  region: Region,
  axes: ReadonlyMap<string, Axis>,
  classes: ReadonlyMap<string, number>,
): boolean {
  switch (region.kind) {
    case 'constant':
      return region.holds;
    case 'not':
      return !holdsFor(region.part, axes, classes);
    case 'and':
      return region.parts.every((part) => holdsFor(part, axes, classes));
    case 'or':
      return region.parts.some((part) => holdsFor(part, axes, classes));
    case 'atom': {
      const at = classes.get(region.input) ?? 0;
      const runs = axes.get(region.input)?.classes(region.set) ?? [];
      return runs.some(([from, to]) => from <= at && at <= to);
    }
  }
}

/** A comparison of one input with constants; the input stands for the `?` of a table's cell. */
function atomOf(expression: RuleExpression): Extract<Region, { kind: 'atom' }> | undefined {
  const inputs = new Set(
    partsOfRule(expression).flatMap((part) => {
      const path = pathOf(part);
      return path === undefined ? [] : [path];
    }),
  );
  // Of `order.total` the name `order` is a part: the longest path is the input.
  const input = [...inputs].toSorted((a, b) => b.length - a.length)[0];
  if (
    input === undefined ||
    ![...inputs].every((one) => input === one || input.startsWith(`${one}.`))
  )
    return undefined;
  if (pathOf(expression) === input) {
    const holds: RuleExpression = { kind: 'literal', type: 'boolean', value: 'true' };
    const set = cellSet({ kind: 'equal', left: { kind: 'variable', name: '?' }, right: holds });
    return set && { kind: 'atom', input, set };
  }
  const set = cellSet(tested(expression, input));
  return set && { kind: 'atom', input, set };
}

/** The same with `?` in the place of an input, where comparisons have it. */
function tested(expression: RuleExpression, input: string): RuleExpression {
  const side = (part: RuleExpression): RuleExpression =>
    pathOf(part) === input ? { kind: 'variable', name: '?' } : part;
  switch (expression.kind) {
    case 'compare':
    case 'equal': {
      const [left, right] = [side(expression.left), side(expression.right)];
      if (pathOf(right) !== '?') return { ...expression, left, right };
      // `10 < total` is `total > 10`.
      if (expression.kind === 'equal') return { ...expression, left: right, right: left };
      return { ...expression, operator: mirrored[expression.operator], left: right, right: left };
    }
    case 'test':
      return { ...expression, value: side(expression.value) };
    case 'in':
      return { kind: 'test', value: side(expression.value), tests: expression.options };
    default:
      return expression;
  }
}

const mirrored = { eq: 'eq', ne: 'ne', lt: 'gt', le: 'ge', gt: 'lt', ge: 'le' } as const;

function pathOf(expression: RuleExpression): string | undefined {
  if (expression.kind === 'variable') return expression.name;
  if (expression.kind !== 'property') return undefined;
  const of = pathOf(expression.of);
  return of === undefined || of === '?' ? undefined : `${of}.${expression.name}`;
}
