import type { NamedType } from '../lexicon/lexicon.ts';
import { anywhere } from '../lexicon/vocabulary.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import { cyrillic } from '../words/script.ts';
import { wordsOf } from '../words/stem.ts';
import type { DraftType } from './facts.ts';
import { plainType } from './read-type.ts';
import { matchText } from '../words/match-text.ts';

const order: readonly NamedType[] = [
  'secret',
  'email',
  'phone',
  'url',
  'boolean',
  'datetime',
  'percent',
  'date',
  'money',
  'integer',
  'number',
  'text',
  'list',
  'json',
  'uuid',
];

/** What the name of a field alone suggests; undefined if nothing. */
export function inferType(name: string, vocabulary: Vocabulary): DraftType | undefined {
  const written = wordsOf(name).join(' ');
  const dictionary = nominative(written, vocabulary);
  return (
    inferWords(foldText(written), vocabulary) ??
    (dictionary === written ? undefined : inferWords(foldText(dictionary), vocabulary))
  );
}

function inferWords(words: string, vocabulary: Vocabulary): DraftType | undefined {
  const shape = fromShape(words, vocabulary);
  if (shape !== undefined) return shape;
  for (const fits of [wholly, atHead]) {
    for (const type of order) if (fits(words, type, vocabulary)) return plainType(type);
  }
  // "prijs per maand", "cuota al mes": for how much of what says nothing more.
  const bare = words.replace(/\s(?:per|pro|por|par|al?|au|za|em|im|in) \p{L}+$/u, '');
  return bare === words ? undefined : inferWords(bare, vocabulary);
}

/** `дату рождения` is a date, as `дата рождения` is: the dictionary form of each word, where it is known. */
function nominative(name: string, vocabulary: Vocabulary): string {
  if (!cyrillic.test(name)) return name;
  const lower = name.toLowerCase();
  return (
    vocabulary.lemma(lower) ??
    lower
      .split(' ')
      .map((word, index) => (index === 0 ? (vocabulary.lemma(word) ?? word) : word))
      .join(' ')
  );
}

/** Endings of identifiers, in English in every language. */
function fromShape(words: string, vocabulary: Vocabulary): DraftType | undefined {
  if (!/^[\x20-\x7e]+$/.test(words) || vocabulary.lexicons.length === 0) return undefined;
  if (/^year (?:of )?\w+$/.test(words)) return { kind: 'integer' };
  if (
    /^date (?:and )?(?:time|hour)$/.test(words) ||
    words.endsWith(' at') ||
    /^(?:start|end)s?$/.test(words)
  )
    return { kind: 'datetime' };
  if (/ (?:date|on)$/.test(words) || /^date (?!et )\w+|^valid (?:to|from|until)$/.test(words))
    return { kind: 'date' };
  if (/ (?:url|link|uri)$/.test(words)) return { kind: 'url' };
  if (
    / (?:counts?|quantity|qty|(?:revision|version|sequence|line|page|row|room|floor|order|week) number|minutes|hours|days|months|years|seconds|order|level)$/.test(
      words,
    )
  )
    return { kind: 'integer' };
  if (
    /^(?:quantity|qty) (?:on|in|of|per) |^reorder (?:point|level)$|^total (?:rows|records|items|lines|pages|units|seats|files)$/.test(
      words,
    )
  )
    return { kind: 'integer' };
  if (/^balance (?:after|before|due)$| amount limit$|^amount limit$/.test(words))
    return { kind: 'money' };
  if (
    /^(?:max(?:imum)?|min(?:imum)?|number of) (?!.*(?:price|amount|cost|fee|hour|rate|value|budget)s?\b)\w+s(?: per \w+)?$/.test(
      words,
    )
  )
    return { kind: 'integer' };
  if (/^(?:is|has|can|should) /.test(words)) return { kind: 'boolean' };
  if (/ (?:price|amount|cost|fee|total)$|^(?:price|cost|fee|charge|rate) per /.test(words))
    return { kind: 'money' };
  if (/ (?:km|kg|cm|mm|miles|met(?:er|re)s|lit(?:er|re)s|grams|kwh|celsius)$/.test(words))
    return { kind: 'number' };
  return undefined;
}

function wholly(words: string, type: NamedType, vocabulary: Vocabulary): boolean {
  return vocabulary.lexicons.some((lexicon) => {
    const known = lexicon.names[type];
    return (
      known !== undefined &&
      vocabulary
        .pattern(`name/${lexicon.language}/${type}`, () => new RegExp(`^(?:${known})$`, 'u'))
        .test(words)
    );
  });
}

/** The head of a name is its last word in most languages, its first in Romance languages and Russian. */
function atHead(words: string, type: NamedType, vocabulary: Vocabulary): boolean {
  return vocabulary.lexicons.some((lexicon) => {
    const known = lexicon.names[type];
    if (known === undefined || type === 'boolean' || type === 'text')
      return (
        known !== undefined &&
        type === 'text' &&
        headMatches(words, known, `${lexicon.language}/${type}`, vocabulary)
      );
    return headMatches(words, known, `${lexicon.language}/${type}`, vocabulary);
  });
}

function headMatches(words: string, known: string, key: string, vocabulary: Vocabulary): boolean {
  const pattern = vocabulary.pattern(`head/${key}`, () => {
    const language = key.slice(0, 2);
    if (['ja', 'zh', 'ko'].includes(language)) return new RegExp(`(?:${known})$`, 'u');
    const whole = anywhere(known).source;
    // German writes its compounds as one word.
    if (language === 'de') return new RegExp(`(?:${known})$`, 'u');
    return new RegExp(
      // Slavic adjectives stand before their noun, genitives behind it.
      ['ru', 'uk', 'pl'].includes(language)
        ? `^${whole}|${whole}$`
        : ['es', 'pt', 'fr', 'it', 'id'].includes(language)
          ? `^${whole}`
          : `${whole}$`,
      'u',
    );
  });
  return matchText(pattern, words) !== null;
}
