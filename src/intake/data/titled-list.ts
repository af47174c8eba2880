import type { Item } from '../document/document.ts';

/** "Boat entity (what we sail):", or "Boat:" above points that begin in code: the title of their list. */
export function isTitled(text: string, items: readonly Item[]): boolean {
  return (
    /\p{L} (?:entity|table|model|collection)(?: \([^()]{1,60}\))?\s*[:：]\s*$/iu.test(text) ||
    items.every(({ marks }) => marks[0]?.kind === 'code' && marks[0].start === 0)
  );
}
