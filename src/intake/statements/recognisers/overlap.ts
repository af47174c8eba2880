import type { Expression } from '#blueprint';
import { all, compare, literal } from '../grammar/expressions.ts';
import { hasCue, onlyCues, thingsOf } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import type { Finding } from '../grammar/finding.ts';
import { referenceTo } from '../grammar/scope.ts';
import type { Scope } from '../grammar/scope.ts';
import { spanOf } from '../grammar/span.ts';

/** "Shows must not overlap on the same screen": two records of one screen whose times cross. */
export function overlap(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  if (
    claim.link !== undefined ||
    !hasCue(claim, 'overlap') ||
    !hasCue(claim, 'cannot', 'not', 'refuse')
  )
    return undefined;
  if (
    !onlyCues(claim, [
      'overlap',
      'cannot',
      'not',
      'same',
      'per',
      'must',
      'and',
      'refuse',
      'can',
      'have',
    ])
  )
    return undefined;
  const names: string[] = [];
  for (const part of thingsOf(claim)) {
    if (part.kind === 'number' && part.value === '2') continue;
    const name =
      part.kind === 'operand' && part.own
        ? part.field.name
        : part.kind === 'entity'
          ? referenceTo(scope.entity, part.entity)?.name
          : undefined;
    if (name === undefined) return undefined;
    names.push(name);
  }
  const span = spanOf(scope.entity);
  if (!span || names.length > 3) return undefined;
  const [start, end] = span;
  const other = (name: string): Expression => ({ kind: 'field', field: name });
  const own = (name: string): Expression => ({ kind: 'outer', field: name });
  const where = all([
    ...names.map((name) => compare(other(name), 'eq', own(name))),
    compare(other(start.name), 'lt', own(end.name)),
    compare(other(end.name), 'gt', own(start.name)),
  ]);
  // The record itself is one of those counted.
  const count: Expression = {
    kind: 'aggregate',
    function: 'count',
    entity: scope.entity.entity.id,
    where,
  };
  return [
    {
      kind: 'rule',
      entity: scope.entity.entity.id,
      on: ['create', 'update'],
      expression: compare(count, 'le', literal('integer', '1')),
      fields: [start.name],
    },
  ];
}
