import { vocabularyOf } from '../lexicon/vocabulary.ts';
import { identifierOf } from '../names/identifier.ts';
import type { Language } from '../words/language.ts';
import { tokens } from './text/tokens.ts';

const SMALL = new Set(
  'the a an of is are be to in on at for and that must shall should can has have with its it'.split(
    ' ',
  ),
);

/** At most six telling words of a sentence as an identifier: `End date must be after start date` → `end-date-after-start-date`. */
export function slugOf(text: string, language: Language): string {
  const words = tokens(text)
    .filter(({ kind, word }) => kind !== 'symbol' && !SMALL.has(word))
    .map(({ text, kind }) => (kind === 'letter' ? text : `${text} `));
  const cut = words.slice(0, words.some((word) => !word.endsWith(' ')) ? 16 : 6).join('');
  const name = identifierOf(cut, vocabularyOf(language));
  return name.split('-').slice(0, 8).join('-').slice(0, 60).replace(/-$/, '') || 'statement';
}

/** A name for a role, process or state in the user's words. */
export function nameOf(words: string, language: Language): string {
  return identifierOf(words, vocabularyOf(language)).slice(0, 60).replace(/-$/, '');
}

/** Makes names unique in order: `rule`, `rule-2`, `rule-3`. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name}-${count}`;
    taken.add(unique);
    return unique;
  };
}
