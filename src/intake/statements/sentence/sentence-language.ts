import type { Language } from '../../words/language.ts';
import type { Cue } from '../lexicon/cue.ts';
import type { Token } from '../text/tokens.ts';
import { longestPhrase } from './phrase-table.ts';
import type { PhraseTable } from './phrase-table.ts';
import type { CueTables } from './vocabulary.ts';

const SCRIPTS: readonly (readonly [RegExp, Language])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Cyrillic}/u, 'ru'],
];

/** Share of a sentence that small words of one language make up, from which on it is that language. */
const SURE = 0.3;

/**
 * The language whose phrases a sentence is read with: that of its script, else the one of which it holds
 * most small words; the document's own where they tie.
 */
export function sentenceLanguage(
  words: readonly Token[],
  document: Language,
  cues: CueTables,
): Language {
  const text = words.map(({ text }) => text).join('');
  const script = SCRIPTS.find(([letters]) => letters.test(text));
  if (script) return script[1] === 'zh' && document === 'ja' ? 'ja' : script[1];
  const folded = words.map(({ word }) => word);
  let best: { language: Language; score: number } = {
    language: document,
    score: score(folded, cues.get(document)),
  };
  // Most sentences are in the language of their document: the phrases of others need not even be made.
  if (best.score >= folded.length * SURE) return document;
  for (const language of ['en', 'es', 'pt', 'de', 'fr', 'it'] as const) {
    const candidate = score(folded, cues.get(language));
    if (candidate > best.score) best = { language, score: candidate };
  }
  return cues.has(best.language) ? best.language : 'en';
}

/** How many words the phrases of a language cover; longer phrases are surer. */
function score(words: readonly string[], table: PhraseTable<Cue> | undefined): number {
  if (!table) return -1;
  let total = 0;
  for (let at = 0; at < words.length;) {
    const phrase = longestPhrase(table, words, at);
    if (phrase && /\p{L}/u.test(words[at] ?? '')) total += phrase.length ** 1.5;
    at += phrase?.length ?? 1;
  }
  return total;
}
