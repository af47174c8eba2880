import pluralize from 'pluralize';
import { foldText } from '../words/fold.ts';
import type { Language } from '../words/language.ts';
import { nonLatin } from '../words/script.ts';
import { plurals } from './plural-endings.ts';

/** Singular and plural of a phrase in the language of the document. */
export interface GrammaticalNumber {
  readonly singular: string;
  /** Undefined where the language has none, or none that we can make. */
  readonly plural: string | undefined;
}

const withoutPlural: ReadonlySet<Language> = new Set(['ja', 'zh', 'ko']);

/** Only the head of a phrase has number: the last word in English and German, the first in Romance languages. */
export function numberOf(phrase: string, language: Language): GrammaticalNumber {
  const text = phrase.trim();
  if (nonLatin.test(text))
    return withoutPlural.has(language)
      ? { singular: text, plural: undefined }
      : { singular: text, plural: undefined };
  if (looksEnglish(text, language))
    return {
      singular: onLastWord(text, pluralize.singular),
      plural: onLastWord(text, pluralize.plural),
    };
  const rules = plurals[language];
  if (rules === undefined) return { singular: text, plural: undefined };
  const romance = language !== 'de' && language !== 'nl' && language !== 'tr';
  const words = text.split(/\s+/);
  // `órdenes de compra`, `sociedades de servicios`: what follows the preposition stays.
  const until = romance
    ? words.findIndex(
        (word) =>
          /^(?:de|del|da|do|das|dos|des|du|di|della|para|pour|per|en|em)$/i.test(word) ||
          /^d'/i.test(word),
      )
    : -1;
  const singular = words.map((word, index) => {
    const inHead = romance ? until < 0 || index < until : index === words.length - 1;
    return inHead && word.length > 3 ? cut(word, rules) : word;
  });
  // "Zlecenie naprawy": the head stands in the singular, and what follows belongs to it.
  if (language === 'pl' && singular[0] === words[0]) return { singular: text, plural: undefined };
  const joined = singular.join(' ');
  return { singular: joined, plural: joined === text ? undefined : text };
}

function cut(word: string, rules: readonly (readonly [RegExp, string])[]): string {
  const plain = word.normalize('NFC');
  for (const [ending, replacement] of rules) {
    if (ending.test(plain)) return plain.replace(ending, replacement);
    // Accents move with the plural (`órdenes`): rules are written without them.
    const bare = foldText(plain);
    if (bare.length === plain.length && ending.test(bare)) {
      const result = bare.replace(ending, replacement);
      return plain.slice(0, commonLength(bare, result)) + result.slice(commonLength(bare, result));
    }
  }
  return word;
}

function commonLength(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}

/** camelCase and snake_case names are English in documents of every language. */
function looksEnglish(text: string, language: Language): boolean {
  if (language === 'en' || withoutPlural.has(language) || language === 'ru' || language === 'uk')
    return true;
  // "CATEGORIES" is the name of a table.
  if (language === 'id' && /^[A-Z]{4,}$/.test(text)) return true;
  return /^[\x20-\x7e]+$/.test(text) && /[a-z][A-Z]|_/.test(text);
}

function onLastWord(text: string, change: (word: string) => string): string {
  return text.replace(/([A-Z]?[a-z]+|[A-Z]+|[^\s_-]+)$/, (word) => {
    if (
      /ss$|(?<!men)us$|is$|^(?:data|media|news|status|series|species|address|analysis|staff)$/i.test(
        word,
      )
    )
      return change === pluralize.plural ? pluralize.plural(word) : word;
    return change(word);
  });
}
