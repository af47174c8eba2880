import type { Item } from '../../document/document.ts';
import type { Claim } from '../claim.ts';

/** `@@unique(employeeId, skillId)`, `unique (a, b)`, `PK (a, b)`. */
export function keysIn(item: Item, entity: string): readonly Claim[] {
  const written = /(?:(?:@@?|\b)unique|^(?:pk|primary key))\s*[([]+([\w, ]+)[)\]]/gi;
  return [...item.text.matchAll(written)].map((found) => ({
    kind: 'key',
    entity,
    fields: (found[1] ?? '').split(',').map((name) => name.trim()),
    source: item.span,
    section: item.section,
  }));
}
