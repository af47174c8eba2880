import type { Document } from './document.ts';
import { flatten } from './flatten.ts';
import { withoutFrontMatter } from './front-matter.ts';
import { withoutPages } from './paged.ts';
import { markdownTokens } from './markdown-tokens.ts';
import { sectionsOf } from './sections-of.ts';
import { sourceText } from './source-text.ts';
import type { SourceText } from './source-text.ts';

/**
 * Reads Markdown or plain text. Never throws, and takes time in proportion to the length.
 * @param name as diagnostics show it, such as `PRD.md`
 */
export function parseDocument(name: string, text: string): Document {
  const source = sourceText(name, text);
  const drafts = flatten(markdownTokens(withoutFrontMatter(dedented(source))), source);
  const { blocks, sections } = sectionsOf(drafts);
  return { name, lines: source.lines, lineStarts: source.lineStarts, blocks, sections };
}

/** Whole documents are indented when they were cut from code; Markdown would see no heading in them. */
function dedented(source: SourceText): string {
  const lines = withoutPages(source.lines);
  const text = lines === source.lines ? source.text : lines.join('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const deep = indents.filter((indent) => indent >= 4).length;
  if (deep === 0 || deep < indents.length * 0.9) return text;
  const common = Math.min(...indents.filter((indent) => indent >= 4).slice(0, 10_000));
  return lines
    .map((line) => line.slice(Math.min(common, line.length - line.trimStart().length)))
    .join('\n');
}
