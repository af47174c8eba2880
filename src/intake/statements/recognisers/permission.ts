import type { Operation } from '#blueprint';
import type { Cue } from '../lexicon/cue.ts';
import { acting, hasCue, onlyCues } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import type { Finding } from '../grammar/finding.ts';
import type { Part } from '../grammar/parts.ts';
import type { Scope } from '../grammar/scope.ts';

const OPERATIONS: Readonly<Partial<Record<Cue, readonly Operation[]>>> = {
  create: ['create'],
  read: ['read'],
  update: ['update'],
  delete: ['delete'],
  manage: ['read', 'create', 'update', 'delete'],
};

/** "Only admins can create products", "managers can edit and delete projects", "authors may only edit their own posts". */
export function permission(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  const operations = operationsIn(claim);
  if (claim.link !== undefined || operations.length === 0) return undefined;
  if (
    !onlyCues(claim, [
      'create',
      'read',
      'update',
      'delete',
      'manage',
      'can',
      'cannot',
      'must',
      'own',
      'and',
      'or',
      'someone',
      'not',
      'have',
    ])
  )
    return undefined;
  const things = acting(claim);
  const named = things.flatMap((part) => rolesOf(part));
  if (!things.every((part) => rolesOf(part).length > 0 || isAccount(part))) return undefined;
  const own = hasCue(claim, 'own');
  const refused = hasCue(claim, 'cannot', 'not');
  if (!refused && !hasCue(claim, 'can', 'must') && !claim.only) return undefined;
  const roles =
    named.length > 0
      ? [...new Set(named)]
      : own && claim.only && !refused
        ? scope.vocabulary.roles.map(({ name }) => name)
        : [];
  if (roles.length === 0 || (own && refused)) return undefined;
  const how = refused ? 'may-not' : claim.only || own ? 'only' : 'may';
  const entity = scope.entity.entity.id;
  return roles.map((role) => ({ kind: 'permission', role, entity, operations, own, how }));
}

function rolesOf(part: Part): readonly string[] {
  if (part.kind === 'role') return [part.role];
  return part.kind === 'entity' || part.kind === 'operand' ? part.roles.slice(0, 1) : [];
}

/** The people who log in, whatever their role. */
function isAccount(part: Part): boolean {
  return part.kind === 'entity' && part.entity.entity.account;
}

/** The operations that the claim speaks of, in the order of the model. */
export function operationsIn(claim: Pick<Claim, 'parts'>): readonly Operation[] {
  const said = new Set<Operation>();
  for (const [cue, operations] of Object.entries(OPERATIONS))
    if (hasCue(claim, cue as Cue)) for (const operation of operations) said.add(operation);
  return (['read', 'create', 'update', 'delete'] as const).filter((operation) =>
    said.has(operation),
  );
}
