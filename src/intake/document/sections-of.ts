import type { Block, Section } from './document.ts';
import type { Draft } from './draft.ts';
import { headingTitle } from './heading-title.ts';
import { plainHeadings } from './plain-headings.ts';
import { plainLists } from './plain-lists.ts';

/** Finds the headings, real and meant, and puts every block below its heading. */
export function sectionsOf(given: readonly Draft[]): {
  blocks: readonly Block[];
  sections: readonly Section[];
} {
  const isPlain = !given.some((draft) => draft.kind === 'heading');
  const headed = plainHeadings(given);
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
    return { ...draft, section: current };
  });
  return { blocks, sections };
}
