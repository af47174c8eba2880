import type { Entity, Operation, Service } from '#blueprint';

/** What a role may do: everything, something with the records that it made, or nothing. */
export type Grant = 'all' | 'own' | 'none';

/** What a member with these roles may do to the records of an entity (SP-7.3, 7.4). */
export function grantOf(
  service: Service,
  entity: Entity,
  operation: Operation,
  roles: readonly string[],
): Grant {
  if (roles.includes('owner')) return 'all';
  const naming = service.permissions.filter(
    (permission) => permission.entity === entity.id && permission.operations.includes(operation),
  );
  if (naming.length === 0) return 'all';
  const mine = naming.filter(({ role }) => roles.includes(role));
  if (mine.length === 0) return 'none';
  return mine.some(({ own }) => !own) ? 'all' : 'own';
}
