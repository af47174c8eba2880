import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { remembered } from '../remembered.ts';
import type { Facts } from './facts.ts';

/** Of a comparison, the words that say "no less", "no more", folded; what one language says means nothing else in another. */
const NO_LESS = [
  "(?:not|never|no|cannot|can't)(?: be| go| fall| drop)? (?:(?:less|fewer|lower|smaller|shorter) than|below|under)",
  '(?:greater|more|higher|larger) than or equal(?: to)?|greater or equal(?: to| than)?',
  'nicht (?:(?:weniger|kleiner|niedriger|kurzer) als|unter)|grosser oder gleich',
  'no (?:menos|menor|inferior) (?:de|que|a)|mayor o igual (?:que|a)',
  'nao (?:menos|menor|inferior) (?:do que|de|que|a)|maior ou igual a',
  'pas (?:moins de|inferieure? a)|superieure? ou egale? a',
  'non (?:meno di|inferiore a|minore di)|maggiore o uguale a',
  'niet (?:minder|lager|kleiner|korter) dan|groter dan of gelijk aan|nie mniej niz',
  'не (?:менее|меньше|ниже|менше)|больше или равно|більше або дорівнює',
].join('|');
const NO_MORE = [
  "(?:not|never|no|cannot|can't)(?: be| go| rise| get)? (?:(?:more|greater|higher|larger|bigger|longer) than|above|over)",
  "(?:(?:not|never|cannot|can't|not to) exceed(?:s|ing)?)",
  '(?:less|fewer|lower|smaller) than or equal(?: to)?|less or equal(?: to| than)?',
  'nicht (?:(?:mehr|grosser|hoher|langer) als|uber)|kleiner oder gleich',
  'no (?:mas|mayor|superior) (?:de|que|a)|menor o igual (?:que|a)',
  'nao (?:mais|maior|superior) (?:do que|de|que|a)|menor ou igual a',
  'pas (?:plus de|superieure? a)|inferieure? ou egale? a',
  'non (?:piu di|superiore a|maggiore di)|minore o uguale a',
  'niet (?:meer|hoger|groter|langer) dan|kleiner dan of gelijk aan|nie wiecej niz',
  'не (?:более|больше|выше|більше)|меньше или равно|менше або дорівнює',
].join('|');
const MORE =
  '>|(?:greater|more) than|mayor (?:que|a)|maior (?:que|do que)|superieure? a|grosser als|больше|більше';
const LESS = '<|(?:less|smaller) than|menor (?:que|a)|inferieure? a|kleiner als|меньше|менше';
const EXACTLY =
  'exactly|genau|exactamente|exatamente|exactement|esattamente|precies|dokladnie|ровно|рівно|정확히|ちょうど';

const number = String.raw`(-?\d{1,12}(?:\.\d{1,6})?)`;

/**
 * The least and the greatest value or length that words name: "between 1 and 5", "no more than 80 characters".
 * @param folded without accents and capitals
 */
export function readLimits(folded: string, vocabulary: Vocabulary): Facts {
  if (!/\d/.test(folded)) return {};
  const { lengths, bounds } = patternsOf(vocabulary);
  return { ...lengthsIn(folded, lengths), ...boundsIn(folded, bounds) };
}

type Patterns = ReturnType<typeof patternsOf>;

const patternsOf = remembered((vocabulary: Vocabulary) => {
  const words = (flag: 'characters' | 'atMost' | 'atLeast') =>
    vocabulary.lexicons
      .map((lexicon) => lexicon.flags[flag])
      .filter((word) => word !== undefined)
      .join('|');
  const unit = words('characters');
  const least = `${NO_LESS}|${words('atLeast')}`;
  const most = `${NO_MORE}|${words('atMost')}`;
  // "at most 5 per customer", "up to 3 decimals" limit something else.
  const alone = `(?!\\d|\\s*(?:${unit})|[-/.]\\d|\\s+(?:(?:per|pro|por|par|for (?:each|every))\\s|decimals?\\b|decimal places|nachkommastellen|decimales|decimaux|casas decimais|decimali))`;
  // "over 18" alone; "orders over 100 need approval" is about something else.
  const begin = '(?:^|[:：,;(（])\\s*(?:must be )?';
  const end = '(?=\\s*(?:$|[),;）]))';
  const many = `[:=]?\\s*(\\d{1,6})\\s*(?:${unit})`;
  return {
    lengths: {
      range: new RegExp(
        `(\\d{1,6})\\s*(?:-|~|〜|to|and|a|bis|до|y|e|et)\\s*(\\d{1,6})\\s*(?:個|个)?\\s*(?:${unit})`,
        'u',
      ),
      exactly: new RegExp(`(?:${EXACTLY})\\s*(\\d{1,4})\\s*(?:${unit})`, 'u'),
      most: new RegExp(
        `(?:${most})\\s*${many}|(\\d{1,6})\\s*(?:${unit})\\s*(?:${most})|max[ _-]?len(?:gth)?\\s*[:=(]?\\s*(\\d{1,6})|(?:${unit})\\s*(?:<=|≤)\\s*(\\d{1,6})`,
        'u',
      ),
      least: new RegExp(
        `(?:${least})\\s*${many}|(\\d{1,6})\\s*(?:${unit})\\s*(?:${least})|min[ _-]?len(?:gth)?\\s*[:=(]?\\s*(\\d{1,6})`,
        'u',
      ),
      bare: new RegExp(`(?<![\\d-])(\\d{1,4})\\s*(?:${unit})(?!\\S*\\s*(?:${least}))`, 'u'),
    },
    bounds: {
      between: new RegExp(
        `(?:^|[\\s(（\\[,:])(between |entre |zwischen |tra )?(?:от |range:? ?|from )?${number}\\s*(?:-|~|〜|\\.\\.\\.?|to|through|thru|and|y|e|et|und|до|a)\\s*${number}${alone}`,
        'u',
      ),
      most: new RegExp(
        `(?:${most})\\s*(?:value)?\\s*[:=(]?\\s*${number}${alone}|${number}\\s*(?:以下|이하)`,
        'u',
      ),
      least: new RegExp(
        `(?:${least})\\s*(?:value)?\\s*[:=(]?\\s*${number}${alone}|${number}\\s*(?:以上|이상)`,
        'u',
      ),
      above: new RegExp(
        `(?:${MORE})\\s*${number}${alone}|${begin}(?:over|above|older than) ${number}${end}`,
        'u',
      ),
      below: new RegExp(
        `(?:${LESS})\\s*${number}${alone}|${begin}(?:under|below|younger than) ${number}${end}`,
        'u',
      ),
      plus: new RegExp(`${begin}${number}\\+${end}`, 'u'),
    },
  };
});

function lengthsIn(folded: string, patterns: Patterns['lengths']): Facts {
  const range = patterns.range.exec(folded);
  if (range !== null) return { minLength: Number(range[1]), maxLength: Number(range[2]) };
  const exactly = wholeIn(patterns.exactly.exec(folded));
  if (exactly !== undefined && exactly >= 1) return { minLength: exactly, maxLength: exactly };
  const facts: Facts = {};
  const most = patterns.most.exec(folded);
  const maximum = wholeIn(most);
  if (maximum !== undefined && maximum >= 1) facts.maxLength = maximum;
  const least = patterns.least.exec(folded);
  const minimum = wholeIn(least);
  if (minimum !== undefined) facts.minLength = minimum;
  if (most === null && least === null) {
    const bare = wholeIn(patterns.bare.exec(folded));
    if (bare !== undefined && bare >= 1) facts.maxLength = bare;
  }
  return facts;
}

function boundsIn(folded: string, patterns: Patterns['bounds']): Facts {
  let rest = folded;
  /** Finds words with a number, and takes them out: "not less than 5" is no "less than 5". */
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found !== null) rest = rest.replace(found[0], () => ' ');
    return found;
  };
  const [whole, says, one = '', other = ''] = take(patterns.between) ?? [];
  if (whole !== undefined && Number(one) < Number(other)) return within(one, other);
  if (says !== undefined && Number(one) > Number(other)) return within(other, one);
  const facts: Facts = {};
  const most = textIn(take(patterns.most));
  const least = textIn(take(patterns.least) ?? take(patterns.plus));
  const above = textIn(take(patterns.above));
  const below = textIn(take(patterns.below));
  if (least !== undefined) facts.min = { value: least, exclusive: false };
  else if (above !== undefined) facts.min = { value: above, exclusive: true };
  if (most !== undefined) facts.max = { value: most, exclusive: false };
  else if (below !== undefined) facts.max = { value: below, exclusive: true };
  return facts;
}

function within(low: string, high: string): Facts {
  return { min: { value: low, exclusive: false }, max: { value: high, exclusive: false } };
}

function textIn(match: RegExpExecArray | null): string | undefined {
  return match?.slice(1).find((group) => group !== undefined);
}

function wholeIn(match: RegExpExecArray | null): number | undefined {
  const found = textIn(match);
  return found === undefined ? undefined : Number(found);
}
