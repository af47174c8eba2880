import type { Entity } from '#blueprint';
import type { PathContext } from './operation.ts';

/** True if a write can find a unique value or combination taken (SP-4.9). */
export function canBeTaken(entity: Entity): boolean {
  return entity.keys.length > 0 || entity.fields.some((field) => field.unique && !field.readOnly);
}

/** True if a deletion can be refused: by a rule, or by records that refer to it or to what goes with it (SP-5.3). */
export function canBeHeld({ incoming }: PathContext, entity: Entity): boolean {
  const deleted = new Set([entity]);
  for (const current of deleted) {
    if (current.rules.some(({ on }) => on.includes('delete'))) return true;
    for (const { entity: child, field } of incoming.get(current.id) ?? []) {
      if (field.type.onDelete === 'restrict') return true;
      if (field.type.onDelete === 'cascade') deleted.add(child);
    }
  }
  return false;
}
