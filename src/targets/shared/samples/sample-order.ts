import { isReference } from '#blueprint';
import type { Entity, Service } from '#blueprint';

/**
 * The entities whose records can be created, each after those that its records must refer to. Left out
 * are those that require each other.
 */
export function sampleOrder(service: Service): readonly Entity[] {
  const byId = new Map(service.entities.map((entity) => [entity.id, entity]));
  const creatable = new Map<Entity, boolean>();
  const visit = (entity: Entity): boolean => {
    const known = creatable.get(entity);
    if (known !== undefined) return known;
    // Until it is done, whatever leads back here leads in a circle.
    creatable.set(entity, false);
    const needed = requiredEntities(entity).map((id) => byId.get(id));
    const possible = needed.every((other) => other !== undefined && visit(other));
    creatable.delete(entity);
    creatable.set(entity, possible);
    return possible;
  };
  for (const entity of service.entities) visit(entity);
  return [...creatable].flatMap(([entity, possible]) => (possible ? [entity] : []));
}

function requiredEntities(entity: Entity): readonly string[] {
  return entity.fields
    .filter(isReference)
    .filter(({ required, readOnly, type }) => required && !readOnly && type.cardinality === 'one')
    .map(({ type }) => type.entity);
}
