import { foldText } from '../words/fold.ts';
import type { Language } from '../words/language.ts';

/** Endings of plurals and cases, and what a singular may have in their place; for words that the document itself has. */
const endings: Partial<Record<Language, readonly (readonly [RegExp, readonly string[]])[]>> = {
  de: [
    [/nen$/, ['n', '']],
    [/(?:ern|er)$/, ['', 'e']],
    [/en$/, ['e', '']],
    [/[ens]$/, ['']],
  ],
  nl: [
    [/([bdfgklmnprst])\1en$/, ['$1']],
    [/([aeou])([bdfgklmnprst])en$/, ['$1$1$2', '$1$2']],
    [/zen$/, ['s']],
    [/ven$/, ['f']],
    [/(?:en|'s|s|n)$/, ['']],
  ],
  pl: [
    [/cy$/, ['k', 'ca', 'c']],
    [/sci$/, ['sc']],
    [/ci$/, ['c', 't', 'ta']],
    [/(?:ow|om|ach|ami)$/, ['', 'a', 'o', 'e']],
    [/(?:iego|ego|emu|ej|ych|ich)$/, ['y', 'i', 'a', 'e']],
    [/ia$/, ['ie']],
    [/[yi]$/, ['a', '', 'o']],
    [/([^n])ie$/, ['$1ia']],
    [/([^i])e$/, ['$1a']],
    [/u$/, ['']],
  ],
  tr: [
    [/(?:lar|ler)(?:in|i|a|e|da|de)?$/, ['']],
    [/(?:n?in|n?un|yi|yu|y?e|y?a|i|u)$/, ['']],
  ],
  ru: [
    [/(?:иями|ями|ами|иях|ях|ах|ов|ев|ей)$/, ['', 'а', 'я', 'ь', 'й', 'ие', 'о']],
    [/(?:ого|его|ому|ему|ой|ых|их)$/, ['ый', 'ий', 'ая', 'ой']],
    [/(?:ии|ию|ия|ий)$/, ['ия', 'ие', 'ий']],
    [/[ыи]$/, ['', 'а', 'я', 'ь', 'й']],
    [/[ую]$/, ['а', 'я', '']],
  ],
  uk: [
    [/(?:ями|ами|ях|ах|ів|їв|ей)$/, ['', 'а', 'я', 'ь', 'й', 'о']],
    [/[иії]$/, ['', 'а', 'я', 'ь', 'й']],
    [/[ую]$/, ['а', 'я', '']],
  ],
};

/** The forms in which a document writes its words, by the folded form. */
export type WrittenWords = ReadonlyMap<string, string>;

/**
 * The singular of a noun, or its nominative, where the document writes that too: of "Fietsen" and "Therapeuten"
 * no rule can tell, but "de fiets" and "der Therapeut" do.
 * @returns undefined where none of the possible forms occurs
 */
export function singularIn(
  noun: string,
  language: Language,
  words: WrittenWords,
): string | undefined {
  const folded = foldText(noun);
  for (const [ending, singulars] of endings[language] ?? []) {
    if (!ending.test(folded)) continue;
    for (const singular of singulars) {
      const word = folded.replace(ending, singular);
      const written = word.length < 3 || word === folded ? undefined : words.get(word);
      // A German noun has a capital; "leiten" is no singular of anything.
      if (written !== undefined && (language !== 'de' || /^\p{Lu}/u.test(written))) return written;
    }
  }
  return undefined;
}
