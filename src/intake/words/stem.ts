import { rememberedText } from '../remembered-texts.ts';
import { foldText } from './fold.ts';
import type { Language } from './language.ts';
import { cjk, cyrillic, hangul } from './script.ts';

/** Endings to cut, longest first; for English and the Romance languages a plural and its singular give one stem. */
const endings: Readonly<Record<string, RegExp>> = {
  en: /(?:ies|es|s|e|y)$/,
  es: /(?:ciones|cion|es|as|os|a|o|e|s)$/,
  pt: /(?:coes|cao|oes|aes|ao|ais|eis|ois|al|el|ol|ns|m|es|as|os|a|o|e|s)$/,
  fr: /(?:eaux|eau|aux|al|es|s|x|e)$/,
  it: /(?:i|e|a|o)$/,
  de: /(?:innen|in|ungen|ung|ern|en|er|es|em|e|n|s)$/,
  nl: /(?:sen|en|s|e)$/,
  pl: /(?:ami|ach|ow|om|y|i|a|e|u|o)$/,
  // English plurals stand beside Indonesian words.
  id: /(?:nya|ies|es|s|e|y)$/,
  tr: /(?:larin|lerin|lari|leri|lar|ler|nin|nun|in|un|i|u)$/,
  // Ukrainian endings too: their letters are in no Russian word.
  ru: /(?:иями|іями|ями|ами|иях|ях|ах|ого|его|ому|ему|ыми|ими|ов|ев|ей|ий|ый|ой|ая|яя|ое|ее|ые|ие|ых|их|ом|ем|ам|ям|ую|юю|ию|ия|ии|ью|а|я|о|е|ы|и|у|ю|ь|й|ів|їв|єю|ою|ої|ій|ими|ові|еві|єві|і|ї|є)$/,
};
const josa =
  /(?:에서는|에서|으로|에게|들은|들의|들을|들이|들|에는|은|는|이|가|을|를|의|에|로|와|과|도)$/;

/**
 * A key under which the forms of one word meet: `Orders`, `order` → `order`. For matching only.
 * @param word one word, in any script
 */
export function stem(word: string, language: Language): string {
  const folded = foldText(word);
  if (hangul.test(folded)) {
    const bare = folded.replace(josa, '');
    return bare.length >= 2 ? bare : folded;
  }
  if (cjk.test(folded)) return folded;
  const rules = cyrillic.test(folded)
    ? endings['ru']
    : endings[isLatinLanguage(language) ? language : 'en'];
  if (rules === undefined || folded.length < 4) return folded.replace(/s$/, '');
  const cut = folded.replace(rules, '');
  // Fleeting vowels: питомец, питомцев; оценка, оценок.
  if (cyrillic.test(cut))
    return cut
      .replace(/ец$/, 'ц')
      .replace(/(?<=[^аеиоуыэюяіїє])ок$/, 'к')
      .replace(/([нтл])\1$/, '$1');
  // "mechanicy" and "mechanika" are forms of one word.
  if (language === 'pl') return cut.replace(/c$/, 'k');
  return cut.length >= 3 ? cut : folded;
}

function isLatinLanguage(language: Language): boolean {
  return language in endings && language !== 'ru';
}

/** The stems of a phrase, joined: `Order state histories` → `order stat histor`. Splits camelCase and snake_case too. */
export function stemPhrase(phrase: string, language: Language): string {
  return stemsIn(language)(phrase);
}

const stemsIn = rememberedText((language) =>
  rememberedText((phrase) =>
    wordsOf(phrase)
      .map((word) => stem(word, language as Language))
      .join(' '),
  ),
);

/** `orderStateHistory`, `order_state-history` → three words. Articles are not removed. */
export const wordsOf = rememberedText((phrase): readonly string[] => {
  const spaced = phrase
    .replace(/(\p{Ll}\d*)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return spaced.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
});
