import { kindOfTitle } from '../sections/classify-sections.ts';
import type { Block, Section } from './document.ts';
import { declaredLines } from './declared-lines.ts';
import type { Draft } from './draft.ts';
import { headingTitle } from './heading-title.ts';
import { outlined } from './outlined.ts';
import { plainHeadings } from './plain-headings.ts';
import { plainLists } from './plain-lists.ts';

/** "Not now: online payments" is about that line alone: a section of its own. */
function labelOf(draft: Draft): string | undefined {
  if (draft.kind === 'heading' || draft.kind === 'code' || draft.parent >= 0) return undefined;
  const label = /^\s*(\p{L}[^:：\n]{2,40}?)\s*(?:[:：]|\s[–—-])\s+\S/u.exec(draft.text)?.[1];
  if (label === undefined || label.split(/\s+/).length > 5) return undefined;
  const kind = kindOfTitle(label);
  return kind === 'out-of-scope' || kind === 'future' ? label : undefined;
}

/** Finds the headings, real and meant, and puts every block below its heading. */
export function sectionsOf(given: readonly Draft[]): {
  blocks: readonly Block[];
  sections: readonly Section[];
} {
  const isPlain = !given.some((draft) => draft.kind === 'heading');
  const headed = declaredLines(plainHeadings(outlined(given)));
  const drafts = isPlain ? plainLists(headed) : headed;
  const sections: Section[] = [{ index: 0, title: '', depth: 0, parent: -1, block: -1 }];
  let current = 0;
  const blocks = drafts.map((draft): Block => {
    if (draft.kind === 'heading') {
      let parent = current;
      while ((sections[parent]?.depth ?? 0) >= draft.depth) parent = sections[parent]?.parent ?? 0;
      current = sections.length;
      sections.push({
        index: current,
        title: headingTitle(draft.text),
        depth: draft.depth,
        parent,
        block: draft.index,
      });
    }
    const label = labelOf(draft);
    if (label === undefined) return { ...draft, section: current };
    const { index } = draft;
    sections.push({
      index: sections.length,
      title: label,
      depth: 7,
      parent: current,
      block: index,
    });
    return { ...draft, section: sections.length - 1 };
  });
  return { blocks, sections };
}
