/** Phrases by their words, to be found in running text: the longest one that begins at a word. */
export interface PhraseTable<T> {
  readonly byFirst: ReadonlyMap<string, readonly Phrase<T>[]>;
}

interface Phrase<T> {
  readonly words: readonly string[];
  readonly means: readonly T[];
}

/** A table of the phrases; those with the same words mean all of what each of them means. */
export function phraseTable<T>(
  phrases: Iterable<readonly [words: readonly string[], means: T]>,
): PhraseTable<T> {
  // A word can mean a thousand fields: sets, so that each is looked for once.
  const byWords = new Map<string, { words: readonly string[]; means: Set<T> }>();
  for (const [words, means] of phrases) {
    if (words.length === 0) continue;
    const key = words.join(' ');
    const known = byWords.get(key);
    if (known) known.means.add(means);
    else byWords.set(key, { words, means: new Set([means]) });
  }
  const all = [...byWords.values()].map(({ words, means }) => ({ words, means: [...means] }));
  const byFirst = Map.groupBy(all, ({ words }) => words[0] ?? '');
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { byFirst };
}

/** The longest phrase that the words at `at` begin with. */
export function longestPhrase<T>(
  { byFirst }: PhraseTable<T>,
  words: readonly string[],
  at: number,
): { readonly length: number; readonly means: readonly T[] } | undefined {
  const found = byFirst
    .get(words[at] ?? '')
    ?.find((phrase) => phrase.words.every((word, index) => words[at + index] === word));
  return found && { length: found.words.length, means: found.means };
}
