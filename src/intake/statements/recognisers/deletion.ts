import type { Expression } from '#blueprint';
import { denied, literal, not } from '../grammar/expressions.ts';
import { conditionOf, hasCue, onlyCues, thingsOf } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import { childCondition } from '../grammar/children.ts';
import type { ChildCondition } from '../grammar/children.ts';
import type { Finding } from '../grammar/finding.ts';
import { isOneOf } from '../grammar/membership.ts';
import { referenceTo } from '../grammar/scope.ts';
import type { Scope } from '../grammar/scope.ts';
import { statesAround } from '../grammar/states.ts';

/** "Only drafts can be deleted", "a category cannot be deleted if it has posts", "deleted with its items". */
export function deletion(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  if (hasCue(claim, 'cascade')) return cascade(claim, scope);
  if (!hasCue(claim, 'delete') || claim.link === 'deletion' || claim.taken) return undefined;
  const refused = hasCue(claim, 'cannot', 'refuse');
  const allowed = hasCue(claim, 'can', 'must');
  if (refused === allowed && !claim.only) return undefined;
  if (!onlyCues(claim, ['delete', 'cannot', 'can', 'must', 'refuse', 'have', 'not']))
    return undefined;
  const things = thingsOf(claim);
  const within =
    hasCue(claim, 'have') && !claim.link && !claim.only && refused
      ? childCondition(things, scope)
      : undefined;
  if (within && !within.filtered) return [restrict(within)];
  if (within)
    return [
      {
        kind: 'rule',
        entity: scope.entity.entity.id,
        on: ['delete'],
        expression: withoutAny(within.expression),
        fields: [],
      },
    ];
  const adjectives = things.filter((part) => part.kind === 'values');
  if (things.length !== adjectives.length || adjectives.length > 1) return undefined;
  const entity = scope.entity.entity.id;
  const { children } = claim;
  if (
    children &&
    !children.filtered &&
    refused &&
    children.exists &&
    adjectives.length === 0 &&
    claim.link === 'if'
  )
    return [restrict(children)];
  const states = statesAround(claim, scope);
  const condition = states
    ? { expression: isOneOf(states), fields: [states.field.name] }
    : conditionOf({ ...claim, ...(claim.link === 'unless' && { link: 'if' }) }, adjectives);
  const rule = (
    holds: Parameters<typeof not>[0],
    fields: readonly string[],
  ): readonly Finding[] => [{ kind: 'rule', entity, on: ['delete'], expression: holds, fields }];
  if (!condition)
    return refused && claim.link === undefined && !claim.only
      ? rule(literal('boolean', 'false'), [])
      : undefined;
  // What may be deleted: named by "only …" and "unless …"; otherwise what may not.
  const names =
    claim.link === 'unless' || claim.link === 'until' ? refused : claim.only && !refused;
  if (!names && !refused) return undefined;
  if (claim.link === 'before')
    return rule(
      states && refused ? not(condition.expression) : condition.expression,
      condition.fields,
    );
  return rule(names ? condition.expression : denied(condition.expression), condition.fields);
}

/** There are none, rather than not some. */
function withoutAny(expression: Expression): Expression {
  return expression.kind === 'compare' && expression.operator === 'gt'
    ? { ...expression, operator: 'eq' }
    : not(expression);
}

function restrict({ child, reference }: ChildCondition): Finding {
  return { kind: 'on-delete', entity: child.entity.id, field: reference.name, action: 'restrict' };
}

/** "When an order is deleted, its items are deleted too." */
function cascade(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  const children = thingsOf(claim);
  if (claim.link !== 'deletion' && !hasCue(claim, 'delete')) return undefined;
  if (
    children.length === 0 ||
    !onlyCues(claim, ['cascade', 'and', 'delete', 'must', 'belong', 'have', 'can'])
  )
    return undefined;
  const findings: Finding[] = [];
  for (const part of children) {
    if (part.kind !== 'entity') return undefined;
    const reference = referenceTo(part.entity, scope.entity);
    if (!reference) return undefined;
    findings.push({
      kind: 'on-delete',
      entity: part.entity.entity.id,
      field: reference.name,
      action: 'cascade',
    });
  }
  return findings;
}
