import { compare, literal, oneOf } from '../grammar/expressions.ts';
import { hasCue, onlyCues, thingsOf } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import { countOf } from '../grammar/children.ts';
import type { Finding } from '../grammar/finding.ts';
import { stateLiterals } from '../grammar/membership.ts';
import type { Operand, Part, Values } from '../grammar/parts.ts';
import { referenceTo } from '../grammar/scope.ts';
import type { Scope } from '../grammar/scope.ts';

/** "The name is unique per project", "one review per user and product", "only one active loan per book". */
export function uniqueness(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  if (claim.taken) return taken(claim, scope);
  if (claim.link !== undefined) return undefined;
  return combination(claim, scope) ?? onePer(claim, scope) ?? duplicates(claim, scope);
}

/** "Returns 409 if the e-mail already exists." */
function taken(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  const refused = hasCue(claim, 'refuse', 'cannot') && thingsOf(claim).length === 0;
  if (
    !refused ||
    claim.link !== 'if' ||
    !onlyCues(claim, ['refuse', 'cannot', 'create', 'must', 'someone'])
  )
    return undefined;
  const entity = scope.entity.entity.id;
  return claim.taken?.map(({ field }) => ({
    kind: 'constraint',
    entity,
    field: field.name,
    change: { unique: true },
  }));
}

/** "Row and number must be unique per screen", "the combination of A and B must be unique". */
function combination(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  const denied = hasCue(claim, 'cannot', 'not');
  const said =
    (hasCue(claim, 'unique') && !denied) ||
    (hasCue(claim, 'duplicate') && denied) ||
    (hasCue(claim, 'same') && denied && hasCue(claim, 'have', 'duplicate'));
  const joined = hasCue(claim, 'per', 'combination', 'same');
  if (!said || !joined) return undefined;
  if (
    !onlyCues(claim, [
      'unique',
      'duplicate',
      'per',
      'combination',
      'same',
      'and',
      'must',
      'cannot',
      'not',
      'have',
      'to',
      'required',
    ])
  )
    return undefined;
  // "Unique seats per screen" does not say by what a seat is known.
  const key = keyOf(
    thingsOf(claim).filter((part) => !(denied && part.kind === 'number' && part.value === '2')),
    scope,
  );
  return key?.[0]?.kind === 'key' ? key : undefined;
}

function keyOf(things: readonly Part[], scope: Scope): readonly Finding[] | undefined {
  const entity = scope.entity.entity.id;
  const names: string[] = [];
  for (const part of things) {
    const name = keyPart(part, scope);
    if (name === undefined) return undefined;
    if (!names.includes(name)) names.push(name);
  }
  const [only] = names;
  if (only === undefined) return undefined;
  return names.length === 1
    ? [{ kind: 'constraint', entity, field: only, change: { unique: true } }]
    : [{ kind: 'key', entity, fields: names }];
}

/** A field of the entity, or an entity that it refers to. */
function keyPart(part: Part, scope: Scope): string | undefined {
  if (part.kind === 'operand' && part.own) return part.field.name;
  if (part.kind === 'values' && part.own) return part.field.name;
  if (part.kind === 'entity') return referenceTo(scope.entity, part.entity)?.name;
  return undefined;
}

/** "One review per user and product": a key; "at most one active loan per book": a rule of the book. */
function onePer(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  if (!hasCue(claim, 'per')) return undefined;
  if (
    !onlyCues(claim, [
      'per',
      'and',
      'must',
      'can',
      'le',
      'eq',
      'have',
      'create',
      'required',
      'same',
    ])
  )
    return undefined;
  const things = thingsOf(claim);
  const number = things.find((part) => part.kind === 'number');
  if (number?.value !== '1' || !(claim.only || hasCue(claim, 'le', 'eq', 'can'))) return undefined;
  const states = things.filter(
    (part): part is Values => part.kind === 'values' && part.field.type.kind === 'enum',
  );
  const others = things.filter((part) => part !== number && !states.includes(part as Values));
  if (others.length === 0) return undefined;
  if (states.length === 0) return keyOf(others, scope);
  return states.length === 1 && others.length === 1
    ? onePerInState(others[0], states[0], scope)
    : undefined;
}

function onePerInState(
  part: Part | undefined,
  states: Values | undefined,
  scope: Scope,
): readonly Finding[] | undefined {
  if (!part || !states) return undefined;
  const reference =
    part.kind === 'entity'
      ? referenceTo(scope.entity, part.entity)
      : part.kind === 'operand'
        ? asReference(part, scope)
        : undefined;
  if (!reference) return undefined;
  const parent = reference.type.entity;
  const where = oneOf(states.expression, stateLiterals(states.values));
  return [
    {
      kind: 'rule',
      entity: parent,
      on: ['create', 'update'],
      expression: compare(countOf(scope.entity, reference, where), 'le', literal('integer', '1')),
      fields: [],
    },
  ];
}

function asReference({ field }: Operand, { entity, vocabulary }: Scope) {
  if (field.type.kind !== 'reference') return undefined;
  const { entity: target } = field.type;
  const owner = vocabulary.model.entities.find((candidate) => candidate.entity.id === target);
  return owner && referenceTo(entity, owner);
}

/** "Reject duplicate employee numbers or codes", "no two users may have the same e-mail". */
function duplicates(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  const refused = hasCue(claim, 'refuse', 'cannot', 'not');
  if (!refused || !hasCue(claim, 'duplicate', 'same')) return undefined;
  if (
    !onlyCues(claim, [
      'refuse',
      'cannot',
      'not',
      'duplicate',
      'same',
      'or',
      'and',
      'have',
      'can',
      'must',
      'create',
      'required',
      'someone',
      'belong',
    ])
  )
    return undefined;
  const fields = thingsOf(claim).filter((part) => !(part.kind === 'number' && part.value === '2'));
  if (fields.length === 0 || !fields.every((part) => part.kind === 'operand' && part.own))
    return undefined;
  const names = [
    ...new Set(fields.flatMap((part) => (part.kind === 'operand' ? [part.field.name] : []))),
  ];
  const together = hasCue(claim, 'same') && names.length > 1;
  const entity = scope.entity.entity.id;
  if (together) return hasCue(claim, 'or') ? undefined : [{ kind: 'key', entity, fields: names }];
  return names.map((field) => ({ kind: 'constraint', entity, field, change: { unique: true } }));
}
