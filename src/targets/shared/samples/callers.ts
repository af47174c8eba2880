import type { Blueprint, Entity, Service } from '#blueprint';
import { reachOf } from './reach.ts';

/** The sets of roles that may write records of an entity, the owner first. */
export function callersOf(
  blueprint: Blueprint,
  service: Service,
  entity: Entity,
): readonly (readonly string[])[] {
  if (entity.account) return [['owner']];
  const roles = blueprint.system.roles.map(({ name }) => name);
  const able = roles.filter((role) =>
    (['create', 'update'] as const).every(
      (operation) => reachOf(service, entity, operation, role) !== 'none',
    ),
  );
  return [['owner'], ...able.map((role) => [role])];
}
