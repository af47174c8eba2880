import { isEnforceable } from '#blueprint';
import type { Entity, Rule } from '#blueprint';

/** The rules of an entity that a service enforces: those over one record. */
export function enforcedRules(entity: Entity): readonly Rule[] {
  return entity.rules.filter(({ expression }) => isEnforceable(expression));
}
