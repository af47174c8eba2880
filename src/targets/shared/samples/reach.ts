import { ofEntity } from '#blueprint';
import type { Entity, Operation, Permission, Service } from '#blueprint';

/** How far a role may go with an operation of an entity; `open` to everyone if no permission names it. */
export type Reach = 'open' | 'all' | 'own' | 'none';

export const operations: readonly Operation[] = ['read', 'create', 'update', 'delete'];

/** The permissions that name an operation of an entity. */
export function permissionsFor(
  { permissions }: Service,
  entity: Entity,
  operation: Operation,
): readonly Permission[] {
  return permissions.filter(
    (permission) => permission.entity === entity.id && permission.operations.includes(operation),
  );
}

/** How far a role may go (SP-7.3, SP-7.4). */
export function reachOf(
  service: Service,
  entity: Entity,
  operation: Operation,
  role: string,
): Reach {
  const named = permissionsFor(service, entity, operation);
  if (named.length === 0) return 'open';
  const own = named
    .filter((permission) => permission.role === role)
    .map((permission) => permission.own);
  if (own.includes(false)) return 'all';
  return own.includes(true) ? 'own' : 'none';
}

/** True if some role has only its own records. */
export function hasOwnPermissions({ permissions }: Service, entity: Entity): boolean {
  return ofEntity(permissions, entity.id).some(({ own }) => own);
}
