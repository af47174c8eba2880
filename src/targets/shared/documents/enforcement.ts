import { isEnforceable } from '#blueprint';
import type { Entity, Rule } from '#blueprint';

/** What the service does about a rule, in words. */
export function enforcement(entity: Entity, { expression, on }: Rule): string {
  if (!isEnforceable(expression, entity)) return 'not enforced: it reads unrelated records';
  const writes = on.filter((operation) => operation !== 'delete');
  const parts = [
    ...(writes.length > 0 ? [`${writes.join(' and ')}: 422`] : []),
    ...(on.includes('delete') ? ['delete: 409'] : []),
  ];
  return `enforced on ${parts.join(', ')}`;
}
