import { conditionOf, hasCue, thingsOf } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import { implies, not, present } from '../grammar/expressions.ts';
import type { Finding } from '../grammar/finding.ts';
import { isOneOf } from '../grammar/membership.ts';
import { constraintsOf } from '../grammar/claimed.ts';
import { predicate } from '../grammar/predicate.ts';
import type { Predicate } from '../grammar/claimed.ts';
import type { Scope } from '../grammar/scope.ts';

/** "The end date must be after the start date", "a reason is required when cancelled", "if A then B". */
export function obligation(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  return plain(claim, scope) ?? ofSome(claim, scope);
}

/** "A cancelled order must have a reason": the adjective is a condition. */
function ofSome(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  const at = claim.parts.findIndex((part) => part.kind !== 'cue');
  const first = claim.parts[at];
  if (claim.link !== undefined || claim.only || first?.kind !== 'values' || !first.own)
    return undefined;
  const rest = claim.parts.filter((part) => part !== first);
  const condition = { expression: isOneOf(first), fields: [first.field.name] };
  const said = thingsOf({ parts: rest });
  if (
    said.length === 0 ||
    said.some((part) => part.kind === 'values' && part.field === first.field)
  )
    return undefined;
  return plain({ ...claim, parts: rest, link: 'if', condition }, scope);
}

function plain(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  const refusal = hasCue(claim, 'refuse');
  const claimed = claimedOf(claim, scope);
  if (!claimed || (refusal && claimed !== REFUSED)) return undefined;
  const entity = scope.entity.entity.id;
  const condition = conditionOf(claim, []);
  if (claimed === REFUSED) {
    if (!condition || claim.link !== 'if' || claim.children) return undefined;
    const on = hasCue(claim, 'create') ? (['create'] as const) : (['create', 'update'] as const);
    return [
      { kind: 'rule', entity, on, expression: not(condition.expression), fields: condition.fields },
    ];
  }
  if (claim.children || claim.taken || claim.link === 'deletion' || !isBinding(claim, scope))
    return undefined;
  if (!condition) {
    if (claim.link !== undefined || claim.only) return undefined;
    const constraints = constraintsOf(claimed);
    if (constraints.length > 0)
      return constraints.map(({ field, change }) => ({
        kind: 'constraint',
        entity,
        field: field.name,
        change,
      }));
    return [
      {
        kind: 'rule',
        entity,
        on: ['create', 'update'],
        expression: claimed.expression,
        fields: claimed.fields,
      },
    ];
  }
  if (
    claim.link === 'before' ||
    claim.link === 'after' ||
    claim.link === 'until' ||
    uses(claimed, 'unique')
  )
    return undefined;
  // "Can only be lent if available": a step from one state to another, not two states at once.
  if (
    hasCue(claim, 'can') &&
    claim.conditionStates &&
    claimed.fields.includes(claim.conditionStates.field.name)
  )
    return undefined;
  const fields = [...new Set([...claimed.fields, ...condition.fields])];
  // "A discount is allowed only if …": the condition is demanded where the claim holds.
  const expression = claim.only
    ? implies(claimed.expression, condition.expression)
    : implies(condition.expression, claimed.expression);
  return [{ kind: 'rule', entity, on: ['create', 'update'], expression, fields }];
}

/** "It is rejected", "409": the claim is that the condition must not hold. */
const REFUSED: Predicate = {
  expression: { kind: 'literal', type: 'boolean', value: 'false' },
  fields: [],
};

function claimedOf(claim: Claim, scope: Scope): Predicate | undefined {
  const things = thingsOf(claim);
  if (things.length === 0)
    return hasCue(claim, 'refuse', 'cannot') &&
      claim.parts.length <= 4 &&
      !hasCue(claim, 'update', 'delete', 'read')
      ? REFUSED
      : undefined;
  const [only] = things;
  // "A discount can only be given if": that a value is there at all is what is allowed.
  if (
    claim.only &&
    claim.link &&
    things.length === 1 &&
    only?.kind === 'operand' &&
    hasCue(claim, 'can', 'required')
  )
    return { expression: present(only.expression), fields: only.own ? [only.field.name] : [] };
  return predicate(claim.parts, scope);
}

function uses(claimed: Predicate, change: 'unique'): boolean {
  return constraintsOf(claimed).some((constraint) => constraint.change[change] !== undefined);
}

/** Said with force, or where rules are listed; or so exact that it can be nothing else. */
function isBinding(claim: Claim, { amongRules }: Scope): boolean {
  if (claim.only || hasCue(claim, 'must', 'cannot', 'unique', 'only', 'le')) return true;
  const exact = hasCue(
    claim,
    'ge',
    'le',
    'between',
    'characters',
    'after',
    'before',
    'positive',
    'non-negative',
    'eq',
    'gt',
    'lt',
    'to',
  );
  const ranged = claim.parts.some((part) => part.kind === 'range');
  return (
    !hasCue(claim, 'can') &&
    (amongRules
      ? exact || ranged || claim.link !== undefined
      : ranged || hasCue(claim, 'characters'))
  );
}
