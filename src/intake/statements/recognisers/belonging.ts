import { hasCue, onlyCues, thingsOf } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import type { Finding } from '../grammar/finding.ts';
import { referenceTo } from '../grammar/scope.ts';
import type { Scope } from '../grammar/scope.ts';

/** "Each loan must be linked to a book": the reference is required. */
export function belonging(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  if (
    claim.link !== undefined ||
    claim.only ||
    !hasCue(claim, 'must') ||
    !hasCue(claim, 'belong', 'required')
  )
    return undefined;
  if (hasCue(claim, 'not') || !onlyCues(claim, ['must', 'belong', 'required', 'eq', 'have']))
    return undefined;
  const [thing, ...others] = thingsOf(claim).filter(
    (part) => !(part.kind === 'number' && part.value === '1'),
  );
  if (!thing || others.length > 0) return undefined;
  const field =
    thing.kind === 'entity'
      ? referenceTo(scope.entity, thing.entity)?.name
      : thing.kind === 'operand' && thing.own && thing.field.type.kind === 'reference'
        ? thing.field.name
        : undefined;
  return field === undefined
    ? undefined
    : [{ kind: 'constraint', entity: scope.entity.entity.id, field, change: { required: true } }];
}
