import { isEnforceable } from '#blueprint';
import type { Entity, Rule } from '#blueprint';

/** The rules of an entity that a service enforces. */
export function enforcedRules(entity: Entity): readonly Rule[] {
  return entity.rules.filter(({ expression }) => isEnforceable(expression, entity));
}
