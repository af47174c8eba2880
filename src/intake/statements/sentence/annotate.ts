import { rememberedTexts } from '../../remembered-texts.ts';
import type { Language } from '../../words/language.ts';
import { verbOf } from '../lexicon/verbs.ts';
import { isoDuration, unitWords } from '../text/durations.ts';
import { numberWord, plainNumber } from '../text/numbers.ts';
import { tokens } from '../text/tokens.ts';
import type { Token } from '../text/tokens.ts';
import { withoutHyphens } from './without-hyphens.ts';
import type { Cue } from '../lexicon/cue.ts';
import { does } from './item.ts';
import type { Item, ValueReading } from './item.ts';
import { longestPhrase } from './phrase-table.ts';
import { joinComparisons, joinRanges } from './ranges.ts';
import { sentenceLanguage } from './sentence-language.ts';
import { stems, withoutInflection } from './vocabulary.ts';
import type { Term, Vocabulary } from './vocabulary.ts';

/** The phrases of a sentence in order. */
export const annotate = rememberedTexts((text, vocabulary: Vocabulary): readonly Item[] => {
  const words = withoutHyphens(tokens(text));
  const language = sentenceLanguage(words, vocabulary.model.language, vocabulary.cues);
  const found = phrases(words, language, vocabulary);
  return joinComparisons(joinRanges(found));
});

/** The phrase adds nothing to what the sentence says. */
export function isFiller(item: Item): boolean {
  return (
    item.cues.length > 0 &&
    item.cues.every((cue) => cue === 'filler') &&
    !isTerm(item) &&
    !isMeasure(item)
  );
}

/** The phrase means nothing that is known: no reading of a claim accounts for it. Commas may part a claim from its condition. */
export function isUnknown(item: Item): boolean {
  const means = item.cues.length > 0 || item.verb !== undefined || isTerm(item) || isMeasure(item);
  return !means && !/^[,，、:：]$/.test(item.text);
}

/** The phrase names something of the model. */
export function isTerm(item: Item): boolean {
  const { entities, fields, values, roles } = item;
  return entities.length + fields.length + values.length + roles.length > 0;
}

/** The phrase is a number, a range, a date or a duration. */
export function isMeasure({ number, range, duration, date }: Item): boolean {
  return [number, range, duration, date].some((measure) => measure !== undefined);
}

function phrases(words: readonly Token[], language: Language, vocabulary: Vocabulary): Item[] {
  const folded = words.map(({ word }) => word);
  const stemmed = stems(words, vocabulary.model.language);
  const cues = vocabulary.cues.get(language);
  const loose = vocabulary.inflected.get(language);
  const inflected = folded.map(withoutInflection);
  const found: Item[] = [];
  for (let at = 0; at < words.length;) {
    const measure = measureAt(words, at, found);
    const phrase =
      cues && (longestPhrase(cues, folded, at) ?? (loose && longestPhrase(loose, inflected, at)));
    // "If the donation is not accepted", where accepted is a field of it.
    const isDenied =
      folded[at] === 'not' &&
      phrase !== undefined &&
      phrase.length === 2 &&
      longestPhrase(vocabulary.exact, folded, at + 1)?.length === 1;
    const cue = isDenied ? cues && longestPhrase(cues, ['not'], 0) : phrase;
    const term = termAt(folded, stemmed, at, vocabulary, cue?.length ?? 0);
    const verb = verbAt(words, folded, at, vocabulary);
    const longest = Math.max(cue?.length ?? 0, term?.length ?? 0, verb?.length ?? 0);
    // "due" is a field, and the Italian two.
    const isNamed = term !== undefined && numberWord(folded[at] ?? '')?.sure === false;
    if (measure && measure.length >= longest && !isNamed) {
      found.push({ ...itemOf(words, at, measure.length), ...measure.item });
      at += measure.length;
      continue;
    }
    const length = Math.max(longest, 1);
    const means = (phrase?: { readonly length: number }) => phrase?.length === length;
    const lemma = means(verb) ? verb?.verb : undefined;
    const step = longest === 0 ? stepAt(folded[at] ?? '', found, vocabulary) : undefined;
    const spare = means(cue) && !means(term) ? spareAt(folded, at + length - 1, vocabulary) : NONE;
    found.push({
      ...itemOf(words, at, length),
      ...(means(cue) && { cues: cue?.means ?? [] }),
      ...(means(term) && vocabulary.readings(term?.means ?? [])),
      ...(lemma !== undefined &&
        withVerb(lemma, means(term) ? (term?.means ?? NOTHING) : NOTHING, vocabulary)),
      ...step,
      ...(length > 1 && spare.length > 0 && { spare }),
    });
    at += length;
  }
  return found;
}

const NOTHING: readonly Term[] = [];
const NONE: readonly ValueReading[] = [];

/** "May drop", "after granting": the verb whose participle is a value. */
function stepAt(
  word: string,
  before: readonly Item[],
  { participles }: Vocabulary,
): Pick<Item, 'verb' | 'values'> | undefined {
  const last = before.findLast((item) => !isFiller(item));
  if (participles.size === 0 || !does(last, ...BEFORE_VERBS)) return undefined;
  const stem = word.replace(/ing$/, '');
  const forms = stem === word ? [word] : [stem, `${stem}e`, stem.replace(/([bdglmnprt])\1$/, '$1')];
  for (const verb of forms) {
    const values = participles.get(verb);
    if (values !== undefined) return { verb, values };
  }
  return undefined;
}

const BEFORE_VERBS: readonly Cue[] = [
  'can',
  'cannot',
  'must',
  'or',
  'and',
  'after',
  'before',
  'once',
];

/** "When it is rejected": a phrase with a meaning of its own, and the state of something. */
function spareAt(
  folded: readonly string[],
  at: number,
  { exact, readings }: Vocabulary,
): readonly ValueReading[] {
  const phrase = longestPhrase(exact, folded, at);
  return phrase?.length === 1 ? readings(phrase.means).values : NONE;
}
/** A word with more meanings is settled by its surroundings or not at all: words like it add nothing. */
const MOST_MEANINGS = 50;

/** A name of the model; one that only resembles a phrase with a meaning of its own is not meant. */
function termAt(
  folded: readonly string[],
  stemmed: readonly string[],
  at: number,
  { exact, stemmed: byStem }: Vocabulary,
  cueLength: number,
) {
  const same = longestPhrase(exact, folded, at);
  const alike = longestPhrase(byStem, stemmed, at);
  if (same && same.length >= (alike?.length ?? 0))
    return alike?.length === same.length && alike.means.length <= MOST_MEANINGS
      ? { length: same.length, means: [...new Set([...same.means, ...alike.means])] }
      : same;
  return alike && alike.length > cueLength
    ? alike
    : alike && cueLength === alike.length && isLong(folded[at])
      ? alike
      : same;
}

/** Short words agree with too many others: `note` with `not`. */
function isLong(word: string | undefined): boolean {
  return (word?.length ?? 0) > 4;
}

function verbAt(
  words: readonly Token[],
  folded: readonly string[],
  at: number,
  { verbs }: Vocabulary,
): { length: number; verb: string } | undefined {
  if (words[at]?.kind === 'letter') {
    const phrase = longestPhrase(verbs, folded, at);
    return phrase && { length: phrase.length, verb: phrase.means[0] ?? '' };
  }
  const verb = words[at]?.kind === 'word' ? verbOf(folded[at] ?? '') : undefined;
  return verb === undefined ? undefined : { length: 1, verb };
}

function withVerb(verb: string, terms: readonly Term[], { valuesByVerb, readings }: Vocabulary) {
  const named = readings(terms).values;
  return { verb, values: named.length > 0 ? named : (valuesByVerb.get(verb) ?? []) };
}

const MEANINGLESS = { cues: [], entities: [], fields: [], values: [], roles: [] };

function itemOf(words: readonly Token[], at: number, length: number): Item {
  const first = words[at];
  const last = words[at + length - 1];
  return {
    text: words
      .slice(at, at + length)
      .map(({ text }) => text)
      .join(' '),
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    ...MEANINGLESS,
  };
}

const COUNTING: readonly Cue[] = ['ge', 'le', 'gt', 'lt', 'eq', 'only', 'between'];
const CURRENCY = new Set(
  '€ $ £ ¥ ₽ ₩ eur usd gbp chf brl jpy krw % percent prozent km kg mg ml cl cm mm kwh g/dl km/h °c litres liters metres meters grams kilograms kilometres kilometers euros dollars pieces'.split(
    ' ',
  ),
);

/** A number, date or duration, with the sign, currency and unit around it. */
function measureAt(words: readonly Token[], at: number, before: readonly Item[]) {
  const previous = before.at(-1);
  const word = words[at];
  if (!word) return undefined;
  if (word.kind === 'date') return { length: 1, item: { date: word.text } };
  const negative =
    word.text === '-' && previous?.number === undefined && words[at + 1]?.start === word.end;
  const skip = negative || (CURRENCY.has(word.word) && word.kind === 'symbol') ? 1 : 0;
  const value = numberAt(words[at + skip], before, words[at + skip + 1]);
  if (value === undefined) return undefined;
  const length = skip + 1;
  const unit = unitAt(words, at + length);
  if (unit) {
    const duration = isoDuration(value, unit.unit);
    if (duration !== undefined) return { length: length + unit.length, item: { duration } };
  }
  const after = CURRENCY.has(words[at + length]?.word ?? '') ? 1 : 0;
  const measured = after > 0 || (skip > 0 && !negative);
  return {
    length: length + after,
    item: { number: negative ? `-${value}` : value, ...(measured && { measured }) },
  };
}

function numberAt(word: Token | undefined, before: readonly Item[], next: Token | undefined) {
  if (!word) return undefined;
  if (word.kind === 'number') return plainNumber(word.text);
  const named = numberWord(word.word);
  if (!named) return undefined;
  const counted =
    (before.length === 0 && !named.article) ||
    before.slice(named.article ? -1 : -3).some((item) => does(item, ...COUNTING)) ||
    (word.kind === 'word' && !named.article && next !== undefined && unitWords.has(next.word));
  return named.sure && word.kind === 'word' ? named.value : counted ? named.value : undefined;
}

/** Words for units have up to three characters in scripts without spaces. */
function unitAt(words: readonly Token[], at: number) {
  for (const length of [3, 2, 1]) {
    const written = words.slice(at, at + length);
    if (written.length < length || (length > 1 && written.some(({ kind }) => kind !== 'letter')))
      continue;
    const unit = unitWords.get(written.map(({ word }) => word).join(''));
    if (unit) return { unit, length };
  }
  return undefined;
}
