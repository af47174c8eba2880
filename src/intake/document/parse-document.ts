import type { Document } from './document.ts';
import { flatten } from './flatten.ts';
import { markdownTokens } from './markdown-tokens.ts';
import { sectionsOf } from './sections-of.ts';
import { sourceText } from './source-text.ts';

/**
 * Reads Markdown or plain text. Never throws, and takes time in proportion to the length.
 * @param name as diagnostics show it, such as `PRD.md`
 */
export function parseDocument(name: string, text: string): Document {
  const source = sourceText(name, text);
  const drafts = flatten(markdownTokens(source.text), source);
  const { blocks, sections } = sectionsOf(drafts);
  return { name, lines: source.lines, lineStarts: source.lineStarts, blocks, sections };
}
