import type { Entity, Service } from '#blueprint';
import { rulesOfParents } from '#rules';

/** An entity with what the rules of other records say of one that counts for them. */
export function judged(service: Service, entity: Entity): Entity {
  const more = rulesOfParents(service, entity);
  return more.length === 0 ? entity : { ...entity, rules: [...entity.rules, ...more] };
}
