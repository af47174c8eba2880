import { inferType } from '../../declaration/infer-type.ts';
import { foldText } from '../../words/fold.ts';
import { isStopNoun } from '../entity-name.ts';
import { isLoginProvider } from '../login-provider.ts';
import type { Reading } from '../reading.ts';
import { isWide, nounFields } from '../recognise/noun-fields.ts';
import type { NounField } from '../recognise/noun-fields.ts';
import type { AttributeScore, AttributeWords } from './attribute-score.ts';
import { is, isContent } from './noun-phrase.ts';
import type { Owner } from './owner-of.ts';
import { ownerAfter, ownerBefore } from './owner-of.ts';
import type { Token, WordClass } from './tokens.ts';

/** "Each lamp has a watt, a maker and a price": what has what. */
export interface Enumeration {
  readonly owner: Owner;
  readonly fields: readonly NounField[];
  readonly score: AttributeScore;
}

/** What opens a list: the small words before its first noun. */
export interface Opening {
  /** Index of the first small word. */
  readonly from: number;
  /** Index of the first word of the list. */
  readonly to: number;
  readonly kind: 'colon' | 'bracket' | 'have' | 'keep' | 'with' | 'info' | 'direct' | 'bare';
}

/** Nobody lists attributes in a longer sentence; each of its words is looked at from each other one. */
const LONGEST = 2000;

/**
 * The list of attributes in a sentence, wherever it begins, with its owner. A list is believed the more readily
 * the clearer it is whose it is.
 * @param isListed one of several points that begin with a name: then even "Menu" is a record
 */
export function findEnumeration(
  text: string,
  tokens: readonly Token[],
  reading: Reading,
  attributes: AttributeWords,
  isListed = false,
): Enumeration | undefined {
  if (text.length > LONGEST || /[{}]|===|&&|\|\|/.test(text)) return undefined;
  let best: Enumeration | undefined;
  for (const opening of openingsIn(text, tokens)) {
    // "Every user has a name and an address (street, city)": the bracket is a part of the list.
    if (opening.kind === 'bracket' && best !== undefined && best.owner.certainty >= 0.9) continue;
    const list = listText(text, tokens, opening);
    if (list === undefined) continue;
    // "register pets: name, breed": the list begins behind the colon.
    if (opening.kind !== 'colon' && /^[^,，(（]{1,60}[:：]\s/u.test(list)) continue;
    const after = ownerAfter(list, tokens, opening, reading);
    const fields = nounFields(after?.rest ?? list, reading, 1);
    if (fields === undefined) continue;
    const score = attributes.of(fields);
    // Before a long list of attributes even "menus" are a kind of record.
    const isLong = fields.length > 3 && score.sure > 0 && score.mean >= 0.6;
    const owner = after?.owner ?? ownerBefore(text, tokens, opening, reading, isListed || isLong);
    if (
      owner === undefined ||
      isDoing(fields, reading) ||
      isSaid(fields, opening) ||
      (signing.test(text) && fields.some(({ field }) => isLoginProvider(field.name))) ||
      isStop(fields, reading)
    )
      continue;
    if (!isBelieved(owner, fields, score, opening)) continue;
    const next = { owner, fields, score };
    if (best === undefined || isBetter(next, best)) best = next;
  }
  return best;
}

/** "register members with a name, a phone": the later of two beginnings, where the list is as long. */
function isBetter(next: Enumeration, best: Enumeration): boolean {
  if (next.fields.length === best.fields.length) return next.score.mean >= best.score.mean - 0.1;
  return rank(next) > rank(best) + 0.5;
}

function rank({ fields, score, owner }: Enumeration): number {
  return fields.length * score.mean + owner.certainty;
}

/** In brackets and behind a label stand examples, states and parts as often as attributes. */
function isBelieved(
  { certainty }: Owner,
  fields: readonly NounField[],
  { mean, sure }: AttributeScore,
  { kind }: Opening,
): boolean {
  if (kind === 'bare' && fields.length === 1) return yesOrNo.test(fields[0]?.text ?? '');
  // "It has a start time": said of what was spoken of.
  if (fields.length === 1 && certainty === 0.5 && kind === 'have') return sure === 1;
  // "Routes have a departure time"
  if (fields.length === 1 && certainty === 0.7 && kind === 'have' && sure === 1)
    return one.test(fields[0]?.text ?? '');
  if (fields.length === 1)
    return (
      certainty >= 1 &&
      (kind === 'have' || (kind === 'keep' && sure === 1)) &&
      (sure === 1 || one.test(fields[0]?.text ?? '')) &&
      !same.test(fields[0]?.text ?? '')
    );
  if (kind === 'bare') return fields.length >= 3 && sure >= 2 && mean >= 0.75;
  if (kind === 'bracket') return fields.length >= 3 && sure >= 2 && mean >= 0.65;
  // "publishes the menus: a date, a starter, a dish, a cheese, a dessert"
  if (kind === 'colon' && sure === 1 && fields.length > 4) return mean >= 0.6;
  if (kind === 'colon' && certainty < 0.7)
    return sure >= 2 && mean >= (fields.length >= 3 ? 0.6 : 0.8);
  if (sure === 0) return certainty >= 1 && fields.length >= 3 && mean >= 0.6;
  if (certainty >= 1) return mean >= 0.4;
  return mean >= (certainty >= 0.7 ? 0.5 : 0.6);
}

/** "inspections made in a round, including the number": the list begins later. */
export function isSaid(fields: readonly NounField[], { kind }: Pick<Opening, 'kind'>): boolean {
  return fields.some(
    ({ text }) =>
      /^(?:I|we|they|he|she|you|ich|wir|je|nous|on) \p{L}+ /iu.test(text) ||
      /^(?:with|including|such as|consisting|mit|con|com|avec|incluant|incluyendo|incluindo|met|inclusief)\s/iu.test(
        text,
      ) ||
      (kind === 'keep' &&
        /\s(?:with|mit|con|com|avec|met)\s\p{L}/iu.test(text.replace(/[(（].*$/u, ''))),
  );
}

/** "Each user has a dashboard." */
function isStop(fields: readonly NounField[], { vocabulary }: Reading): boolean {
  const [only] = fields;
  return (
    fields.length === 1 &&
    only !== undefined &&
    isStopNoun(foldText(only.field.name), vocabulary) &&
    inferType(only.field.name, vocabulary) === undefined &&
    !/^(?:name|status|type|title|role|level|category)$/.test(foldText(only.field.name))
  );
}

const signing =
  /(?<!\p{L})(?:(?:sign|log)(?:s|ging|ning)?[ -]?(?:in|up|on)|login|auth\p{L}*)(?!\p{L})/iu;

const one = /^(?:its own|an?|one|exactly one|uno?|una|uma?|eine?[nrs]?|une)\s(?:\p{L}+ ?){1,5}$/iu;
const looking =
  /^(?:see|view|show|display|browse|choose|select|check|compare|get|find|send|use|using|checks|validates|verifies|compares|ensures|confirms|displays|sends|redirects)$/;
const same =
  /(?:^|\s)(?:same|mism[oa]|mesm[oa]|même|stess[oa]|gleiche[nrs]?|derselbe|dieselbe|zelfde|sam[aeo]|одинаков\S*)(?:\s|$)/iu;

/** "view its sales", "create/update/delete user": what is done is no attribute, nor is a state in capitals. */
export function isDoing(fields: readonly NounField[], { vocabulary }: Reading): boolean {
  const verb = vocabulary.pattern(
    'any-verb',
    (words) => new RegExp(`^(?:${words((lexicon) => lexicon.manage)})$`, 'u'),
  );
  const [first] = fields;
  const [word = '', ...rest] = foldText(first?.field.name ?? '').split(/[\s/]+/);
  if (isWide(word)) {
    const verbs = vocabulary.pattern(
      'verb-begins',
      (words) => new RegExp(`^(?:${words((lexicon) => lexicon.manage)})`, 'u'),
    );
    return fields.filter(({ field }) => verbs.test(field.name)).length > 1;
  }
  if (rest.length > 0 && (verb.test(word) || looking.test(word))) return true;
  const states = fields.filter(
    ({ text, field }) =>
      /^[A-Z][A-Z_]{2,}$/.test(text) ||
      (/^\p{L}+$/u.test(text) &&
        field.facts.type === undefined &&
        inferType(text, vocabulary)?.kind === 'boolean'),
  ).length;
  return states > 1 && states * 2 >= fields.length;
}

const run = ['have', 'keep', 'is', 'who', 'info', 'with', 'small'] as const;

/** Every place where a list may begin. */
function openingsIn(text: string, tokens: readonly Token[]): readonly Opening[] {
  // "Origin, destination, duration in minutes." is about what was spoken of before.
  const openings: Opening[] = isBare(text, tokens) ? [{ from: 0, to: 0, kind: 'bare' }] : [];
  const isKept = tokens.slice(-4).some((token) => is(token, 'keep'));
  for (let at = 1; at < tokens.length && openings.length < 12; at += 1) {
    const token = tokens[at];
    if (token === undefined || is(token, 'sign', 'and')) continue;
    if (isSmall(tokens, at) && !beginsList(tokens, at)) continue;
    let from = at;
    while (from > 0 && (isSmall(tokens, from - 1) || isOpener(tokens[from - 1]))) from -= 1;
    const before = tokens.slice(from, at);
    if (before.length === 0) {
      // "For every building the street, the city": the article alone begins the list. Turkish has no
      // article, but a genitive: "Her üyenin adı, soyadı".
      if (
        (tokens[at - 2]?.folded === 'her' && /[iu]n$/.test(tokens[at - 1]?.folded ?? '')) ||
        (is(token, 'article', 'which') &&
          (isContent(tokens[at - 1]) || isAside(tokens, at - 1)) &&
          tokens.slice(0, at).some((one) => is(one, 'each')))
      )
        openings.push({ from: at, to: at, kind: 'direct' });
      continue;
    }
    const kind = kindOf(before, tokens.slice(0, from), isKept);
    if (kind !== undefined && !isChoice(before)) openings.push({ from, to: at, kind });
  }
  return openings;
}

/** "For every machine, the serial number": the comma behind what a sentence begins with. */
function isAside(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.text === ',' &&
    isContent(tokens[at - 1]) &&
    tokens.slice(0, 2).some((token) => is(token, 'each')) &&
    !tokens.slice(0, at).some(({ text }) => text === ',')
  );
}

const yesOrNo =
  /\s\(?(?:yes|y|ja|s[íìi]|oui|sim|tak|да|так|evet) ?\/ ?(?:no?|nein|nee|non|não|nie|нет|ні|hayır)\)?\.?$/iu;

/** A sentence without a verb, that begins with a noun and a comma. */
function isBare(text: string, tokens: readonly Token[]): boolean {
  if (yesOrNo.test(text) && tokens.length < 8) return true;
  const comma = tokens.findIndex(({ text }) => text === ',' || text === '(');
  const first = tokens.slice(0, comma);
  return (
    comma > 0 &&
    comma < 5 &&
    first.some((token) => isContent(token)) &&
    !first.some((token) =>
      is(token, 'each', 'sign', 'is', 'have', 'with', 'who', 'it', 'which', 'not'),
    ) &&
    !tokens.some((token) => is(token, 'is') || token.text === ':')
  );
}

/** A small word, or an article or "them" among such: "the following data about them". */
function isSmall(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || beginsList(tokens, at)) return false;
  // "A repair record has", "each note": after an article such a word is a noun.
  if (
    is(token, 'keep', 'info') &&
    is(tokens[at - 1], 'article', 'each') &&
    is(tokens[at + 1], 'have', 'is', 'sign')
  )
    return is(token, 'info') && !is(tokens[at + 1], 'have');
  if (is(token, 'keep') && isContent(tokens[at - 1]) && is(tokens[at + 1], 'have')) return false;
  // "a cash application with a backend" is no "application" that keeps something.
  if (
    is(token, 'who') &&
    token.folded.length > 4 &&
    !is(tokens[at + 1], 'is', 'keep', 'have', 'small')
  )
    return false;
  if (is(token, ...run)) return true;
  if (is(token, 'article') && !is(token, 'who'))
    return (
      is(tokens[at + 1], 'info', 'small') || (is(tokens[at + 1], 'who') && isSmall(tokens, at + 1))
    );
  if (is(token, 'it')) return is(tokens[at - 1], 'keep', 'of', 'is');
  if (is(token, 'of', 'at')) return is(tokens[at + 1], 'it');
  return false;
}

/** Before a comma a small word is a noun of the list: "name, document, note", "user, date". */
function beginsList(tokens: readonly Token[], at: number): boolean {
  return (
    (is(tokens[at], 'keep', 'info', 'who') ||
      (is(tokens[at], 'small') && is(tokens[at - 1], 'article'))) &&
    (/^[,，;]$/.test(tokens[at + 1]?.text ?? '') || is(tokens[at + 1], 'and'))
  );
}

function isOpener(token: Token | undefined): boolean {
  return (
    token !== undefined && is(token, 'sign') && /^(?:[:：(（–—=-]|=>|->|→|⇒)$/u.test(token.text)
  );
}

/** @param isKept the sentence ends in a verb of keeping */
function kindOf(
  before: readonly Token[],
  lead: readonly Token[],
  isKept: boolean,
): Opening['kind'] | undefined {
  const has = (kind: (typeof run)[number]) => before.some((token) => is(token, kind));
  if (before.some((token) => /^[(（]$/.test(token.text)))
    return has('have') || (has('keep') && !isPassive(before)) ? undefined : 'bracket';
  if (before.some((token) => isOpener(token))) return 'colon';
  if (has('have')) return 'have';
  // "Venues are stored with a name", "members sign up with their name".
  if (has('keep') && has('with') && lead.length > 0) return 'have';
  if (has('keep')) return 'keep';
  if (has('with')) return 'with';
  if (has('info') && has('is')) return 'info';
  // "For a player we want the full name".
  if (has('who') && is(lead[0], 'of')) return 'keep';
  const isEach = lead.some((token) => is(token, 'each'));
  if (has('is') && is(lead[0], 'of') && (isEach || isKept)) return 'info';
  // Turkish: "Her ödeme için tutar … saklanır."
  if (isEach && isKept && has('small')) return 'info';
  return undefined;
}

/** "is in one of these states:", "must be recorded to": what follows is no list of attributes. */
function isChoice(before: readonly Token[]): boolean {
  const has = (...kinds: WordClass[]) => before.some((token) => is(token, ...kinds));
  if (
    before.some((token) => /^(?:one|eine[mrs]?|un[oae]?|een)$/.test(token.folded)) &&
    has('info', 'of')
  )
    return true;
  return (
    has('keep') &&
    has('is') &&
    !has('with', 'info') &&
    !before.some((token) => isOpener(token)) &&
    isPassive(before)
  );
}

function isPassive(before: readonly Token[]): boolean {
  const be = before.findIndex((token) =>
    /^(?:is|are|be|was|were|been|wird|werden|wordt|worden)$/.test(token.folded),
  );
  return be >= 0 && is(before[be + 1], 'keep') && before.length > be + 2;
}

/** The end of "leggen … vast", "halten … fest". */
function isParticle(token: Token | undefined): boolean {
  return /^(?:vast|op|bij|in|fest|auf|ein|an|ab)$/.test(token?.folded ?? '');
}

/** From the first word of the list to the end of its bracket or of the sentence, without the verb at the end. */
function listText(
  text: string,
  tokens: readonly Token[],
  { to, kind }: Opening,
): string | undefined {
  const start = tokens[to]?.start;
  if (start === undefined) return undefined;
  let end = tokens.length;
  if (kind === 'bracket') {
    let depth = 1;
    for (let at = to; at < tokens.length; at += 1) {
      if (/^[(（]$/.test(tokens[at]?.text ?? '')) depth += 1;
      else if (/^[)）]$/.test(tokens[at]?.text ?? '') && (depth -= 1) === 0) {
        end = at;
        break;
      }
    }
  } else {
    let last = tokens.length;
    while (
      last > to + 2 &&
      is(tokens[last - 1], 'keep', 'is', 'small', 'sign') &&
      !/[)）"”]/.test(tokens[last - 1]?.text ?? '')
    )
      last -= 1;
    const tail = tokens.slice(last);
    // "… shall be recorded", "… gespeichert werden", "… op": a verb at the end, not a list that ends in "notes".
    const particle = tokens.findLast((token) => !is(token, 'sign'));
    if (isParticle(particle) && tokens.slice(0, to).some((token) => is(token, 'keep')))
      end = particle === undefined ? end : tokens.indexOf(particle);
    const isVerb =
      !is(tokens[last - 1], 'and', 'or') &&
      tail.some((token) => is(token, 'keep')) &&
      (tail.some((token) => is(token, 'is')) ||
        !tokens.slice(0, to).some((token) => is(token, 'keep', 'have')));
    if (isVerb) end = last;
  }
  const until = tokens[end - 1]?.end ?? text.length;
  return until > start ? text.slice(start, until) : undefined;
}
