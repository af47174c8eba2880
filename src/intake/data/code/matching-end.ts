/**
 * The offset of the bracket that closes the one at `start`, or the end of the text.
 * Brackets in strings do not count.
 */
export function matchingEnd(text: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let at = start; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === quote || char === '\n') quote = '';
    } else if ((char === '"' || char === '`') && text.indexOf(char, at + 1) > at) quote = char;
    else if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return text.length;
}

/** Comments become spaces, so that every offset stays. */
export function withoutComments(text: string, line: RegExp): string {
  const blocks = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return blocks.replace(line, (comment) => ' '.repeat(comment.length));
}

/** Parts between commas that stand in no bracket and no quotes, each with its offset. */
export function splitTopLevel(
  text: string,
  offset = 0,
): readonly { readonly text: string; readonly start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let start = 0;
  let depth = 0;
  let quote = '';
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at] ?? ',';
    if (quote !== '' && at < text.length) {
      if (char === quote || char === '\n') quote = '';
    } else if ('"\'`'.includes(char)) quote = char;
    else if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    if (char === ',' && quote === '' && (depth <= 0 || at === text.length)) {
      parts.push({ text: text.slice(start, at), start: offset + start });
      start = at + 1;
    }
  }
  return parts.filter((part) => part.text.trim() !== '');
}
