import { not } from '../grammar/expressions.ts';
import { conditionOf, hasCue, onlyCues, thingsOf } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import type { Finding } from '../grammar/finding.ts';
import type { Scope } from '../grammar/scope.ts';

/** "Lines can only be added while the order is open", "a loan cannot be created if the member is blocked". */
export function creation(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  if (!hasCue(claim, 'create') || thingsOf(claim).length > 0) return undefined;
  if (!onlyCues(claim, ['create', 'can', 'must', 'cannot', 'refuse'])) return undefined;
  const refused = hasCue(claim, 'cannot', 'refuse');
  if (claim.link !== 'if' || refused === claim.only) return undefined;
  const condition = conditionOf(claim, []);
  if (!condition) return undefined;
  const { expression, fields } = condition;
  return [
    {
      kind: 'rule',
      entity: scope.entity.entity.id,
      on: ['create'],
      expression: refused ? not(expression) : expression,
      fields,
    },
  ];
}
