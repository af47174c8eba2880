import type { Language } from '../../words/language.ts';
import { foldText } from '../../words/fold.ts';
import type { SentenceWords } from './words/sentence-words.ts';
import { sentenceWords } from './words/words-of.ts';

/** What a word does in a sentence that enumerates; `sign` is punctuation, a word without any class is a noun or its adjective. */
export type WordClass = keyof SentenceWords | 'sign';

export interface Token {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly classes: ReadonlySet<WordClass>;
}

/** The classes of the words of one language. */
export interface WordClasses {
  readonly of: (word: string) => ReadonlySet<WordClass>;
  /** Classes of several words together, by their first: "consists" → "consists of". */
  readonly phrases: ReadonlyMap<string, readonly (readonly [string, ReadonlySet<WordClass>])[]>;
}

const none: ReadonlySet<WordClass> = new Set();
const sign: ReadonlySet<WordClass> = new Set(['sign']);

/** Looked up once for a document; undefined for a language without blanks between its words. */
export function wordClasses(language: Language): WordClasses | undefined {
  const words = sentenceWords[language];
  if (words === undefined) return undefined;
  const single = new Map<string, Set<WordClass>>();
  const endings: [string, WordClass][] = [];
  const phrases = new Map<string, [string, Set<WordClass>][]>();
  for (const [kind, list] of Object.entries(words) as [keyof SentenceWords, string][])
    for (const entry of list.split(/\s+/)) {
      if (entry.endsWith('*')) endings.push([entry.slice(0, -1), kind]);
      else if (entry.includes('_')) {
        const phrase = entry.replaceAll('_', ' ');
        const first = phrase.slice(0, phrase.indexOf(' '));
        const known = phrases.get(first) ?? [];
        const same = known.find(([other]) => other === phrase);
        if (same === undefined) known.push([phrase, new Set([kind])]);
        else same[1].add(kind);
        phrases.set(first, known);
      } else if (entry !== '') single.set(entry, (single.get(entry) ?? new Set()).add(kind));
    }
  for (const known of phrases.values()) known.sort(([a], [b]) => b.length - a.length);
  const of = (word: string) => {
    const found = single.get(word);
    if (found !== undefined) return found;
    const ending = endings.find(([start]) => word.startsWith(start));
    return ending === undefined ? none : new Set([ending[1]]);
  };
  return { of, phrases };
}

const word =
  /(?:l|d|n|qu|s|j|c|m|dell|nell|sull|all|dall|un)['’](?=\p{L})|[\p{L}\p{N}\p{M}_]+(?:[-'’_.][\p{L}\p{N}\p{M}]+)*|=>|->|[^\s\p{L}\p{N}]/giu;

/** The words and signs of a sentence, several words that belong together as one. */
export function tokensOf(text: string, classes: WordClasses): readonly Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(word)) {
    const written = found[0];
    const folded = foldText(written).replace(/'$/, '');
    const isWord = /[\p{L}\p{N}]/u.test(written);
    tokens.push({
      text: written,
      folded,
      start: found.index,
      end: found.index + written.length,
      classes: isWord ? classes.of(folded) : sign,
    });
  }
  return joined(tokens, text, classes);
}

function joined(
  tokens: readonly Token[],
  text: string,
  { phrases }: WordClasses,
): readonly Token[] {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const phrase = (phrases.get(token.folded) ?? []).find(([words]) => {
      const parts = words.split(' ');
      return parts.every((part, index) => tokens[at + index]?.folded === part);
    });
    const last = phrase === undefined ? token : tokens[at + phrase[0].split(' ').length - 1];
    if (phrase === undefined || last === undefined) result.push(token);
    else {
      result.push({
        text: text.slice(token.start, last.end),
        folded: phrase[0],
        start: token.start,
        end: last.end,
        classes: phrase[1],
      });
      at += phrase[0].split(' ').length - 1;
    }
  }
  return result;
}
