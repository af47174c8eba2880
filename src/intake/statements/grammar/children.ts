import type { Comparison, Expression, ReferenceField } from '#blueprint';
import type { ModelledEntity } from '../../data-model.ts';
import { compare, literal, oneOf } from './expressions.ts';
import { stateLiterals } from './membership.ts';
import type { Part } from './parts.ts';
import { partsOf } from './parts.ts';
import { bagOf, operatorOf, says } from './bag.ts';
import { referenceTo } from './scope.ts';
import type { Scope } from './scope.ts';

/** That there are (or are not) records of another entity which refer to this one. */
export interface ChildCondition {
  readonly child: ModelledEntity;
  readonly reference: ReferenceField;
  /** Only those in certain states. */
  readonly filtered: boolean;
  readonly exists: boolean;
  readonly expression: Expression;
}

/** "it has open tasks", "there are orders", "no invoices exist". */
export function childCondition(parts: readonly Part[], scope: Scope): ChildCondition | undefined {
  const bag = bagOf(parts);
  const entity = parts.find((part) => part.kind === 'entity');
  const quantity = bag.things.some(({ kind }) => kind === 'number')
    ? quantityOf(parts, false)
    : undefined;
  const others = bag.things.filter(
    (part) => part !== entity && !(quantity && part.kind === 'number'),
  );
  const known = ['have', 'required', 'without', 'count', 'ge', 'if', 'and'] as const;
  const asked = quantity && !bag.negated ? [quantity.operator] : [];
  if (!entity || !says(bag, [], [...known, ...asked])) return undefined;
  const reference = referenceTo(entity.entity, scope.entity);
  const where = filterOf(others, entity.entity, scope);
  if (!reference || where === undefined) return undefined;
  const without = bag.marks.some((cues) => cues.includes('without'));
  const exists = bag.negated === without;
  if (quantity && (bag.negated || without)) return undefined;
  return {
    child: entity.entity,
    reference,
    filtered: where !== 'none',
    exists,
    expression: compare(
      countOf(entity.entity, reference, where),
      quantity?.operator ?? (exists ? 'gt' : 'eq'),
      literal('integer', quantity?.value ?? '0'),
    ),
  };
}

/** The number of records of `child` that refer to this one. */
export function countOf(
  child: ModelledEntity,
  { name }: ReferenceField,
  where: Expression | 'none',
): Expression {
  return {
    kind: 'aggregate',
    function: 'count',
    entity: child.entity.id,
    via: name,
    ...(where !== 'none' && { where }),
  };
}

/** States of the child that narrow what is counted; undefined if something else is said. */
export function filterOf(
  things: readonly Part[],
  child: ModelledEntity,
  scope: Scope,
): Expression | 'none' | undefined {
  if (things.length === 0) return 'none';
  const [only] = things;
  if (things.length > 1 || !only) return undefined;
  if (only.kind !== 'unknown' && only.kind !== 'values') return undefined;
  const read = partsOf([only.item], { ...scope, entity: child });
  const values = read[0];
  return values?.kind === 'values'
    ? oneOf(values.expression, stateLiterals(values.values))
    : undefined;
}

/** "at most 5", "at least one", "only one", "exactly 3": how many. */
export function quantityOf(
  parts: readonly Part[],
  only: boolean,
): { operator: Comparison; value: string } | undefined {
  const bag = bagOf(parts);
  const number = bag.things.find((part) => part.kind === 'number');
  if (!number || number.measured || !/^\d{1,6}$/.test(number.value)) return undefined;
  const operator = operatorOf(bag) ?? (only ? 'le' : undefined);
  return operator && { operator, value: number.value };
}
