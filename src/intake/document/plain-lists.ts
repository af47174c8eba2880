import type { Draft } from './draft.ts';

/**
 * In plain text a list is often a run of short lines with a blank line between each two. After a line
 * that ends with a colon they become its items.
 */
export function plainLists(drafts: readonly Draft[]): readonly Draft[] {
  const result: Draft[] = [];
  let lead = -1;
  let list = Math.max(0, ...drafts.flatMap((draft) => (draft.kind === 'item' ? [draft.list] : [])));
  for (const draft of drafts) {
    const isLead = draft.kind === 'paragraph' && /[:：]\s*$/.test(draft.text);
    if (draft.kind === 'paragraph' && !isLead && lead >= 0 && isShort(draft.text)) {
      const { quoted: _, ...shape } = draft;
      result.push({
        ...shape,
        kind: 'item',
        lead,
        depth: 0,
        ordered: false,
        list,
        checked: undefined,
      });
      continue;
    }
    result.push(draft);
    lead = isLead ? draft.index : -1;
    if (isLead) list += 1;
  }
  return result;
}

function isShort(text: string): boolean {
  return !text.includes('\n') && text.length <= 80 && !/[.!?。]$/.test(text);
}
