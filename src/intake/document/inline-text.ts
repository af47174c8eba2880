import type { Token } from 'markdown-it';
import type { Mark } from './document.ts';

/** The plain text of some inline Markdown. */
export interface InlineText {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Pairs: offset in `text`, offset in the source. */
  readonly map: readonly number[];
}

/**
 * Removes emphasis, links and backticks, and remembers where each piece of text comes from.
 * @param content what the parser made of the lines: the source without indentation and prefixes
 * @param origin offset in the source of an offset in `content`
 */
export function inlineText(
  token: Token,
  content: string,
  origin: (offset: number) => number,
): InlineText {
  let text = '';
  let position = 0;
  const map: number[] = [];
  const marks: Mark[] = [];
  const open: { kind: Mark['kind']; start: number }[] = [];
  const add = (piece: string, mapped = piece) => {
    const found = content.indexOf(mapped, position);
    const from = found < 0 ? position : found;
    let offset = 0;
    for (const line of piece.split('\n')) {
      map.push(text.length + offset, origin(Math.min(from + offset, content.length)));
      offset += line.length + 1;
    }
    text += piece;
    if (found >= 0) position = found + mapped.length;
  };
  for (const child of token.children ?? []) {
    const kind = markOf(child.type);
    if (kind !== undefined && child.nesting === 1) open.push({ kind, start: text.length });
    else if (kind !== undefined && child.nesting === -1) {
      const start = open.pop()?.start ?? text.length;
      if (text.length > start) marks.push({ kind, start, end: text.length });
    } else if (child.type === 'code_inline') {
      const start = text.length;
      add(child.content);
      if (text.length > start) marks.push({ kind: 'code', start, end: text.length });
    } else if (child.type === 'softbreak' || child.type === 'hardbreak') add('\n', '\n');
    else if (child.type === 'html_inline') addHtml(child.content, add);
    else if (child.content !== '' && child.nesting === 0) add(child.content);
  }
  if (map.length === 0) map.push(0, origin(0));
  return { text, marks, map };
}

function markOf(type: string): Mark['kind'] | undefined {
  if (type.startsWith('strong')) return 'strong';
  if (type.startsWith('em_')) return 'emphasis';
  return type.startsWith('s_') ? 'deleted' : undefined;
}

const tags =
  /^(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|input|ins|kbd|label|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|video|button|svg|path|aside|section|article|nav|header|footer|main|iframe|form|select|option|textarea|style|script|link|meta)$/i;

function addHtml(html: string, add: (piece: string, mapped?: string) => void): void {
  if (/^<(?:br|li|p)\b/i.test(html)) add('\n', html);
  // `List<Person>` is a type, not a tag.
  const tag = /^<\/?([A-Za-z][\w]*)[^>]*>$/.exec(html)?.[1];
  if (tag !== undefined && !tags.test(tag)) add(html);
  const comment = /^<!--+([\s\S]*?)-*-->$/.exec(html)?.[1]?.trim();
  if (comment !== undefined && comment !== '') add(comment);
}
