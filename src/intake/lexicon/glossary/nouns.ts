/** `word english-name`, separated by `|` or on lines of their own: what a glossary holds beyond the commonest words. */
export function nouns(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  // A thousand entries are read at every start: without a pattern for each.
  for (const line of text.split('\n'))
    for (const entry of line.split('|')) {
      const trimmed = entry.trim();
      const space = trimmed.lastIndexOf(' ');
      if (space > 0) found[trimmed.slice(0, space)] = trimmed.slice(space + 1);
    }
  return found;
}
