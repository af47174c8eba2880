/** `word english-name`, separated by `|` or on lines of their own: what a glossary holds beyond the commonest words. */
export function nouns(text: string): Readonly<Record<string, string>> {
  const entries = text
    .split(/[|\n]/)
    .map((entry) => /^\s*(.+) ([a-z-]+)\s*$/.exec(entry))
    .filter((entry) => entry !== null);
  return Object.fromEntries(entries.map(([, word = '', name = '']) => [word, name]));
}
