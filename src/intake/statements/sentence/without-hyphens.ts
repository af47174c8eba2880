import type { Token } from '../text/tokens.ts';

/** "Follow-up date" is read as "follow up date", as the names of fields are; "5-8" and "a - b" keep their signs. */
export function withoutHyphens(words: readonly Token[]): readonly Token[] {
  return words.filter((word, at) => {
    const [before, after] = [words[at - 1], words[at + 1]];
    const joins = before?.kind === 'word' && after?.kind === 'word';
    return !(word.text === '-' && joins && before.end === word.start && after.start === word.end);
  });
}
