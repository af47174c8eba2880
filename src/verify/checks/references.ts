import { entityById, isReference } from '#blueprint';
import type { Entity, Field, ReferenceField, Service } from '#blueprint';

/** The names on a circle of required references that begins at the entity, where there is one. */
export function requiredCycle(service: Service, entity: Entity): readonly string[] | undefined {
  return walk(service, entity, []);
}

function walk(
  service: Service,
  entity: Entity,
  path: readonly string[],
): readonly string[] | undefined {
  if (path.includes(entity.name)) return [...path, entity.name];
  if (entity.account) return undefined;
  for (const field of entity.fields.filter(isReference).filter(({ required }) => required)) {
    const target = entityById(service, field.type.entity);
    const found = walk(service, target, [...path, entity.name]);
    if (found) return found;
  }
  return undefined;
}

/** True if two records can't refer to the same parent, or only a few can. */
export function needsOwnParent(entity: Entity, field: ReferenceField): boolean {
  if (field.unique) return true;
  return entity.keys.some((key) => {
    const fields = entity.fields.filter(({ name }) => key.fields.includes(name));
    return fields.includes(field) && !fields.some(isPlentiful);
  });
}

/** True if the field has a different value for nearly every serial. */
function isPlentiful({ type, readOnly }: Field): boolean {
  return !readOnly && !['boolean', 'enum', 'reference'].includes(type.kind);
}
