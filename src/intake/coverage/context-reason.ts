import type { Block, Document } from '../document/document.ts';
import type { SectionKind } from '../sections/section-kind.ts';

const reasons: Partial<Record<SectionKind, string>> = {
  'out-of-scope': 'Out of scope.',
  future: 'For later, not for this version.',
  history: 'About the document itself.',
  contents: 'A table of contents.',
  schedule: 'About the project, not about the service.',
  testing: 'About testing.',
  examples: 'An example.',
  tech: 'About technology, which the target decides.',
  ui: 'About screens, which a service has none of.',
  overview: 'Introduction.',
  glossary: 'An explanation of terms.',
};

/** Why a block that nothing cites says nothing about behaviour; undefined if it might. */
export function contextReason(
  block: Block,
  document: Document,
  kinds: readonly SectionKind[],
): string | undefined {
  if (block.kind === 'heading') return 'A heading.';
  if (!/[\p{L}\p{N}]/u.test(block.text)) return 'Layout: it has no words of its own.';
  const known = reasons[kinds[block.section] ?? 'unknown'];
  if (known !== undefined) return known;
  if (block.kind === 'comment') return 'A comment.';
  if (/[:：]\s*$/.test(block.text)) return 'Introduces what follows.';
  if (block.section <= 1 && block.kind === 'paragraph' && document.sections.length > 2)
    return 'Introduction.';
  if (/^(?:[^\p{L}]|https?:\S+)*$/u.test(block.text)) return 'A link.';
  return undefined;
}
