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
