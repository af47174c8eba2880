import type { Language } from '../words/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { ColumnRole, Flag, Lexicon, NamedType } from './lexicon.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { cjk, CYRILLIC, cyrillic, hangul } from '../words/script.ts';
import { stemPhrase } from '../words/stem.ts';
import { zh } from './zh.ts';

const lexicons: readonly Lexicon[] = [en, es, pt, fr, de, it, ru, uk, nl, pl, tr, id, ja, zh, ko];

/** The lexicons that a document is read with, as patterns for folded text. */
export interface Vocabulary {
  /** That of the document's language first; English always, since identifiers are English everywhere. */
  readonly lexicons: readonly Lexicon[];
  /** A whole header cell → what its column holds. */
  readonly column: (role: ColumnRole) => RegExp;
  /** A whole text is a word for a type. */
  readonly type: (type: NamedType) => RegExp;
  /** A flag anywhere in a text. */
  readonly flag: (flag: Flag) => RegExp;
  /** A whole text is a flag. */
  readonly isFlag: (flag: Flag) => RegExp;
  /** A whole noun is never an entity. */
  readonly stopNoun: RegExp;
  readonly articles: RegExp;
  readonly aroundNames: RegExp;
  readonly fieldWords: RegExp;
  readonly and: RegExp;
  readonly or: RegExp;
  /** Words of data in a script to English: the glossary of the document's language, else one of the same script. */
  readonly glossary: (text: string) => Readonly<Record<string, string>> | undefined;
  /** The entry of a Cyrillic glossary that a word in any case or number belongs to: `питомцев` → `питомец`. */
  readonly lemma: (words: string) => string | undefined;
  /** Makes a pattern of the words once, under a key. */
  readonly pattern: (
    key: string,
    make: (words: (of: (lexicon: Lexicon) => string | undefined) => string) => RegExp,
  ) => RegExp;
}

const made = new Map<Language, Vocabulary>();

/** Patterns are made once for each language and then only read. */
export function vocabularyOf(language: Language): Vocabulary {
  const known = made.get(language);
  if (known !== undefined) return known;
  const used = readWith(language);
  const memo = new Map<string, RegExp>();
  const once = (key: string, make: () => RegExp) => {
    const known = memo.get(key);
    if (known !== undefined) return known;
    const found = make();
    memo.set(key, found);
    return found;
  };
  // A map for each kind: keys put together at every call would cost more than the patterns.
  const each = <K>(make: (key: K) => RegExp) => {
    const known = new Map<K, RegExp>();
    return (key: K) => {
      const found = known.get(key) ?? make(key);
      if (!known.has(key)) known.set(key, found);
      return found;
    };
  };
  const join = (of: (lexicon: Lexicon) => string | undefined, among = used) =>
    among
      .map(of)
      .filter((words) => words !== undefined && words !== '')
      .join('|') || '(?!)';
  let stems: ReadonlyMap<string, string> | undefined;
  const lemmas = () => {
    const inflected = language === 'uk' ? uk : ru;
    stems ??= new Map(
      Object.keys(inflected.glossary ?? {})
        .toReversed()
        .map((word) => [stemPhrase(word, 'ru'), word]),
    );
    return stems;
  };
  const vocabulary: Vocabulary = {
    lexicons: used,
    column: each((role) => whole(join((lexicon) => lexicon.headers[role], lexicons))),
    type: each((type) => whole(join((lexicon) => lexicon.types[type], lexicons))),
    flag: each((flag) => anywhere(join((lexicon) => lexicon.flags[flag]))),
    isFlag: each((flag) => whole(join((lexicon) => lexicon.flags[flag]))),
    stopNoun: whole(join((lexicon) => lexicon.stopNouns)),
    articles: new RegExp(
      `^(?:(?:${join((lexicon) => lexicon.articles)})(?:(?<=')|(?<=[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])|\\s+))+`,
      'u',
    ),
    aroundNames: anywhere(join((lexicon) => lexicon.aroundNames)),
    fieldWords: anywhere(join((lexicon) => lexicon.fieldWords)),
    and: anywhere(join((lexicon) => lexicon.and)),
    or: anywhere(join((lexicon) => lexicon.or)),
    glossary: (text) =>
      used.find((lexicon) => lexicon.glossary !== undefined)?.glossary ?? glossaryOf(text),
    lemma: (words) => lemmas().get(stemPhrase(words, 'ru')),
    pattern: (key, make) => once(key, () => make(join)),
  };
  made.set(language, vocabulary);
  return vocabulary;
}

function glossaryOf(text: string): Lexicon['glossary'] {
  if (hangul.test(text)) return ko.glossary;
  if (cyrillic.test(text)) return ru.glossary;
  return cjk.test(text) ? { ...zh.glossary, ...ja.glossary } : undefined;
}

function readWith(language: Language): readonly Lexicon[] {
  const own = lexicons.find((lexicon) => lexicon.language === language);
  return own === undefined || own === en ? [en] : [own, en];
}

/** The whole of a folded text, spaces around it allowed. */
export function whole(words: string): RegExp {
  return new RegExp(`^\\s*(?:${words})\\s*$`, 'u');
}

/**
 * A part of a folded text. Words of alphabets end at their letters; Chinese, Japanese and Korean
 * words are followed by anything.
 */
export function anywhere(words: string): RegExp {
  return new RegExp(`(?<![a-z${CYRILLIC}])(?:${words})(?![a-z${CYRILLIC}])`, 'u');
}
