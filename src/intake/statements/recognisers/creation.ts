import { denied, not } from '../grammar/expressions.ts';
import { conditionOf, hasCue, onlyCues, thingsOf } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import type { Finding } from '../grammar/finding.ts';
import { isOneOf } from '../grammar/membership.ts';
import type { Scope } from '../grammar/scope.ts';

/** "Lines can only be added while the order is open", "a loan cannot be created if the member is blocked". */
export function creation(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  const barred = withoutNew(claim, scope);
  if (barred) return barred;
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

/** "Blocked members can't make loans", "loans cannot be added to blocked members": what a loan refers to is in no such state. */
function withoutNew(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  if (claim.link !== undefined || claim.only || !hasCue(claim, 'cannot')) return undefined;
  if (!hasCue(claim, 'create', 'have') || !onlyCues(claim, ['cannot', 'create', 'have', 'to']))
    return undefined;
  const [values, ...others] = thingsOf(claim);
  if (values?.kind !== 'values' || values.own || others.length > 0) return undefined;
  const { expression: read } = values;
  if (read.kind !== 'related') return undefined;
  return [
    {
      kind: 'rule',
      entity: scope.entity.entity.id,
      on: ['create'],
      expression: denied(isOneOf(values)),
      fields: [read.via],
    },
  ];
}
