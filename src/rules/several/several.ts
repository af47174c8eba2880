import { isOverOneRecord, operandsOf } from '#blueprint';
import type { Comparison, Entity, Expression, Field, Rule, Service } from '#blueprint';

/** What a service must know of a rule over several records to check it when it can break. */
export interface Several {
  /** Rows that count for the rule, and the field by which they refer to its record: their writes can break it. */
  readonly members: readonly { readonly entity: Entity; readonly by: Field }[];
  /** It counts other records of its own kind: their writers take turns. */
  readonly turns: boolean;
  /**
   * It can ask for rows, which a new record cannot have: it is not checked on create, and a write that
   * leaves it broken as it was is fine.
   */
  readonly lenient: boolean;
}

/** Undefined for a rule over one record. */
export function severalOf(
  service: Service,
  { expression, on }: Pick<Rule, 'expression' | 'on'>,
): Several | undefined {
  if (isOverOneRecord(expression)) return undefined;
  const aggregates = aggregatesIn(expression);
  const members = new Map<string, { entity: Entity; by: Field }>();
  for (const { entity: id, via } of aggregates) {
    const entity = service.entities.find((candidate) => candidate.id === id);
    const by = entity?.fields.find(({ name }) => name === via);
    if (entity && by) members.set(by.id, { entity, by });
  }
  return {
    // A rule on the end of a record alone says nothing of those that refer to it.
    members: on.every((operation) => operation === 'delete') ? [] : [...members.values()],
    turns: aggregates.some(({ via }) => via === undefined),
    lenient: isLenient(expression),
  };
}

/** True if a rule can ask for rows that refer to its record: a new record has none. */
export function isLenient(expression: Expression): boolean {
  const counts = aggregatesIn(expression).some(({ via }) => via !== undefined);
  return counts && !isUpperBound(expression);
}

type Aggregate = Extract<Expression, { kind: 'aggregate' }>;

/** The aggregates of an expression, outermost first. */
export function aggregatesIn(expression: Expression): readonly Aggregate[] {
  if (expression.kind === 'aggregate') return [expression];
  return operandsOf(expression).flatMap(aggregatesIn);
}

/** True if more rows can only break the expression, and none of them never does. */
function isUpperBound(expression: Expression): boolean {
  switch (expression.kind) {
    case 'compare': {
      const [left, right] = [expression.left, expression.right];
      if (isGrowing(left) && isOverOneRecord(right)) return isAtMost(expression.operator);
      if (isGrowing(right) && isOverOneRecord(left)) return isAtLeast(expression.operator);
      return isOverOneRecord(expression);
    }
    case 'and':
    case 'or':
      return expression.operands.every(isUpperBound);
    case 'implies':
      return isOverOneRecord(expression.condition) && isUpperBound(expression.consequence);
    default:
      return isOverOneRecord(expression);
  }
}

const isGrowing = (expression: Expression) =>
  expression.kind === 'aggregate' && expression.function === 'count';
const isAtMost = (operator: Comparison) => operator === 'lt' || operator === 'le';
const isAtLeast = (operator: Comparison) => operator === 'gt' || operator === 'ge';
