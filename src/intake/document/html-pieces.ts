import type { Token } from 'markdown-it';
import type { InlineText } from './inline-text.ts';
import type { SourceText } from './source-text.ts';

export interface HtmlPiece {
  readonly kind: 'comment' | 'heading' | 'paragraph';
  readonly depth: number;
  readonly piece: InlineText;
}

/** The text of a block of HTML: its comments, headings and lines. Style and script are left out. */
export function htmlPieces(token: Token, source: SourceText): readonly HtmlPiece[] {
  if (/^\s*<(style|script|svg)\b/i.test(token.content)) return [];
  const pieces: HtmlPiece[] = [];
  let inComment = /^\s*<!--/.test(token.content);
  const first = token.map?.[0] ?? 0;
  for (const [index, line] of token.content.split('\n').entries()) {
    if (line.includes('<!--')) inComment = true;
    const text = line
      .replaceAll(/<!-+|-+->/g, ' ')
      .replaceAll(/<[^<>]*>/g, ' ')
      .trim();
    if (/[\p{L}\p{N}]/u.test(text)) {
      const heading = /<h([1-6])\b/i.exec(line);
      const column = Math.max(0, (source.lines[first + index] ?? '').indexOf(text));
      const piece = { text, marks: [], map: [0, (source.lineStarts[first + index] ?? 0) + column] };
      const kind = inComment ? 'comment' : heading === null ? 'paragraph' : 'heading';
      pieces.push({ kind, depth: Number(heading?.[1] ?? 0), piece });
    }
    if (line.includes('-->')) inComment = false;
  }
  return pieces;
}
