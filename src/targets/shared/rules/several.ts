import { isOverOneRecord } from '#blueprint';
import type { Comparison, Entity, Expression, Field, Rule, Service } from '#blueprint';
import { aggregatesIn } from './row-query.ts';

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
export function severalOf(service: Service, rule: Pick<Rule, 'expression'>): Several | undefined {
  const { expression } = rule;
  if (isOverOneRecord(expression)) return undefined;
  const aggregates = aggregatesIn(expression);
  const members = new Map<string, { entity: Entity; by: Field }>();
  for (const { entity: id, via } of aggregates) {
    const entity = service.entities.find((candidate) => candidate.id === id);
    const by = entity?.fields.find(({ name }) => name === via);
    if (entity && by) members.set(by.id, { entity, by });
  }
  return {
    members: [...members.values()],
    turns: aggregates.some(({ via }) => via === undefined),
    lenient: members.size > 0 && !isUpperBound(expression),
  };
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
