import type { Draft } from './draft.ts';
import { draftLines } from './draft-lines.ts';

/** A name with brackets behind it, or an identifier and what it is: no line of prose that was broken there. */
const declares =
  /^\s*(?:[`"]?\p{L}[\p{L}\p{N}_ -]{0,40}?[`"]?\s*[(（][^()（）]{2,120}(?:\([^()]*\)[^()（）]{0,60})?[)）]|[`"]?[A-Za-z_]\w*[`"]?\s*(?:[:：]|\s[-–—])\s*\S.{0,120}|[a-z_]+\s+[A-Z]{3,}\b.{0,120})\s*[.;,]?\s*$/u;

/**
 * "Table orders:" with `id (uuid)` and other such lines right below it, without bullets or blank lines between them:
 * the lines become points that the first introduces.
 */
export function declaredLines(drafts: readonly Draft[]): readonly Draft[] {
  let list = 0;
  const isList = (draft: Draft) => {
    if (draft.kind !== 'paragraph' || draft.parent >= 0 || draft.quoted) return false;
    const [lead = '', ...lines] = draft.text.split('\n');
    return lines.length > 1 && /[:：]\s*$/.test(lead) && lines.every((line) => declares.test(line));
  };
  if (!drafts.some(isList)) return drafts;
  for (const draft of drafts) if (draft.kind === 'item') list = Math.max(list, draft.list);
  const result: Draft[] = [];
  const moved: number[] = [];
  for (const draft of drafts) {
    const index = result.length;
    moved.push(index);
    const placed = {
      ...draft,
      index,
      parent: moved[draft.parent] ?? -1,
      lead: moved[draft.lead] ?? -1,
    };
    if (!isList(draft) || placed.kind !== 'paragraph') {
      result.push(placed);
      continue;
    }
    list += 1;
    const { quoted: _, ...shape } = placed;
    const [lead, ...lines] = draftLines(placed);
    if (lead !== undefined) result.push({ ...lead, index });
    for (const { text, map, span } of lines)
      result.push({
        ...shape,
        text,
        map,
        span,
        marks: [],
        kind: 'item',
        index: result.length,
        lead: index,
        depth: 0,
        ordered: false,
        list,
        checked: undefined,
      });
  }
  return result;
}
