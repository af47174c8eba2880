import { alsoRecords } from '../../sections/also-records.ts';
import { kindOfTitle } from '../../sections/classify-sections.ts';
import { foldText } from '../../words/fold.ts';
import { afterEach } from '../../names/after-each.ts';
import { entityName, isStopNoun } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import { isInformation } from '../information.ts';
import { isPerson } from '../person.ts';
import { objectBefore } from '../object-before.ts';
import type { Reading } from '../reading.ts';
import type { Opening } from './find-enumeration.ts';
import { informationOwner } from './information-owner.ts';
import { is, isContent, phraseFrom, withoutBrackets } from './noun-phrase.ts';
import { account, acting, shown } from './owner-words.ts';
import { isAboutIt, isPronoun } from './pronoun.ts';
import type { Token } from './tokens.ts';

/** Whose attributes a list holds. */
export interface Owner {
  /** None is named: what was spoken of before. */
  readonly names: readonly EntityName[];
  /** 1 where the sentence says so ("each X has"), less the more it could speak of something else. */
  readonly certainty: number;
  /** What the owner is a part of: "the items of a donation (…)". */
  readonly whole?: EntityName;
  /** "At each passage of the lorry:" is when, not whose: what was spoken of before has the attributes, if anything. */
  readonly occasion?: true;
}

/** The owner in the words before the list. */
export function ownerBefore(
  text: string,
  tokens: readonly Token[],
  { from, to, kind }: Opening,
  reading: Reading,
  isListed: boolean,
): Owner | undefined {
  const lead = kind === 'bracket' ? tokens.slice(0, from) : withoutBrackets(tokens.slice(0, from));
  if (lead.some((token) => is(token, 'not'))) return undefined;
  const each = lead.findLastIndex((token) => is(token, 'each'));
  if (each >= 0 && kind !== 'bracket') {
    const { names, next } = severalFrom(lead, each + 1, reading);
    if (names.length === 0) return undefined;
    const part = each > 1 && is(lead[each - 1], 'of') ? partOf(lead, each - 1, reading) : undefined;
    const [whole] = names;
    if (part !== undefined && whole !== undefined && (kind === 'colon' || kind === 'with'))
      return { names: [part], certainty: 0.7, whole };
    const isAll = saysWhich(lead.slice(next));
    const before = lead[each - 1]?.folded ?? '';
    const occasion =
      /^(?:at|after|bei|nach|apres)$/.test(before) || (before === 'a' && reading.language === 'fr');
    return isAll || kind === 'colon'
      ? {
          names,
          certainty: isAll ? 1 : 0.7,
          ...wholeIn(lead.slice(next), reading),
          ...(occasion && { occasion: true as const }),
        }
      : undefined;
  }
  const leadText = text.slice(0, tokens[from]?.start ?? 0).trim();
  if (kind === 'bare') return { names: [], certainty: 0.4 };
  if (kind === 'bracket')
    return tokens.slice(from, to).some((token) => is(token, 'keep'))
      ? subjectOwner(lead, 'have', reading)
      : bracketOwner(lead, reading, isListed);
  if (kind === 'colon' && lead.length <= 7) return labelOwner(leadText, lead, reading, isListed);
  // "Set up by us once, no screen required: name, street": of what the heading names.
  if (kind === 'colon' && !tokens.slice(from, to).some((token) => is(token, 'keep', 'have')))
    return { names: [], certainty: 0.5 };
  const about =
    tokens.slice(from, to).some((token) => isPronoun(token, undefined)) ||
    lead.every((token) => is(token, 'it', 'sign', 'of', 'who', 'at', 'small', 'article'));
  if (about) return { names: [], certainty: 0.5 };
  if (is(lead[0], 'of')) {
    if (isPronoun(lead[1], lead[2])) return { names: [], certainty: 0.7 };
    const { names, next } = severalFrom(lead, 1, reading);
    return names.length > 0 && saysWhich(lead.slice(next))
      ? { names, certainty: is(lead[1], 'article') ? 0.9 : 0.7 }
      : undefined;
  }
  if (kind === 'with') return withOwner(leadText, lead, reading);
  const isActor = tokens.slice(from, to).some(({ folded }) => acting.test(folded));
  const owner = subjectOwner(lead, kind, reading);
  // "The shift lead enters the date": who writes something down does not have it.
  return isActor && kind === 'keep' && owner?.names.length === 1 && owner.certainty <= 0.6
    ? { names: [], certainty: 0.5 }
    : owner;
}

/** "… of each member" at the end of the list. */
export function ownerAfter(
  list: string,
  tokens: readonly Token[],
  { to, kind }: Opening,
  reading: Reading,
): { readonly owner: Owner; readonly rest: string } | undefined {
  if (kind === 'bracket' || kind === 'have' || kind === 'with') return undefined;
  const offset = tokens[to]?.start ?? 0;
  const each = tokens.findLastIndex(
    (token, at) => at > to && token.end <= offset + list.length && is(token, 'each'),
  );
  if (each < 0 || !(is(tokens[each - 1], 'of') || reading.language === 'de')) return undefined;
  const { names } = severalFrom(tokens, each + 1, reading);
  const cut = is(tokens[each - 1], 'of') ? tokens[each - 1] : tokens[each];
  if (names.length === 0 || cut === undefined) return undefined;
  return { owner: { names, certainty: 1 }, rest: list.slice(0, cut.start - offset) };
}

/** "Every kite, board or harness" */
function severalFrom(
  tokens: readonly Token[],
  from: number,
  reading: Reading,
): { readonly names: readonly EntityName[]; readonly next: number } {
  const names: EntityName[] = [];
  let at = from;
  if (is(tokens[at], 'of')) at += 1;
  for (let count = 0; count < 4; count += 1) {
    const { words, next } = phraseFrom(tokens, at, true);
    const each = tokens[from - 1]?.folded ?? '';
    const written = nameOf(words, reading, true) ?? compoundOf(words, reading);
    const name =
      written === undefined || words.length > 1
        ? written
        : { ...written, name: afterEach(each, written.name) };
    if (name === undefined) return { names, next: at };
    names.push(name);
    if (
      !(
        is(tokens[next], 'and', 'or') ||
        (tokens[next]?.text === ',' && isContent(tokens[next + 1]))
      )
    )
      return { names, next };
    at = next + 1;
  }
  return { names, next: at };
}

/** "For each software licence": the first word of several may be one that titles begin with. */
function compoundOf(words: readonly Token[], { vocabulary }: Reading): EntityName | undefined {
  const text = words.map((token) => token.text).join(' ');
  const head = words.at(-1)?.folded ?? '';
  const isPlain = words.length > 1 && words.length < 4 && kindOfTitle(head) === 'unknown';
  return isPlain &&
    !isStopNoun(head, vocabulary) &&
    entityName(head, vocabulary, true) !== undefined
    ? { name: text, also: [], announced: false }
    : undefined;
}

/** "record the progress of each session:": the progress, which is a part of the session. */
function partOf(lead: readonly Token[], end: number, reading: Reading): EntityName | undefined {
  const start = chunkStart(lead, end);
  const keeping = reading.vocabulary.pattern(
    'managing-noun',
    (words) => new RegExp(`^(?:${words((lexicon) => lexicon.managing)})$`, 'u'),
  );
  return start < end && is(lead[start - 1], 'article') && !keeping.test(lead[start]?.folded ?? '')
    ? nameOf(lead.slice(start, end), reading, false)
    : undefined;
}

/** "concerns a lot and": what it belongs to. */
function wholeIn(rest: readonly Token[], reading: Reading): { readonly whole?: EntityName } {
  if (!is(rest.at(-1), 'and')) return {};
  const article = rest.findIndex((token) => is(token, 'article'));
  const whole = article < 0 ? undefined : nameOf(phraseFrom(rest, article).words, reading, false);
  return whole === undefined ? {} : { whole };
}

/** What follows an owner may only say which one: "of a lift", "that is sold", ", in addition". */
function saysWhich(rest: readonly Token[]): boolean {
  return (
    rest.length === 0 ||
    is(rest[0], 'of', 'which', 'at', 'and', 'or') ||
    // "An invoice belongs to an owner and has": said of it before.
    is(rest.at(-1), 'and') ||
    (rest[0]?.text === ',' && rest.length < 4)
  );
}

function nameOf(
  words: readonly Token[],
  { vocabulary }: Reading,
  declared: boolean,
): EntityName | undefined {
  const text = words
    .map((token) => token.text)
    .join(' ')
    .replace(/(?<=['’]) /g, '');
  const name = text === '' ? undefined : entityName(text, vocabulary, declared);
  const head = foldText(words.at(-1)?.text ?? '');
  return name === undefined ||
    // "Movement history includes": what is written down of it.
    (words.length > 1 &&
      isStopNoun(head, vocabulary) &&
      !(is(words.at(-1), 'info') || /^(?:history|log|trail)$/.test(head))) ||
    (!declared && kindOfTitle(name.name) !== 'unknown' && !alsoRecords.test(foldText(name.name)))
    ? undefined
    : name;
}

/** "add the items of a donation (", "parts used in a repair (": the noun before the bracket, or what is a part of it. */
function bracketOwner(
  lead: readonly Token[],
  reading: Reading,
  isListed: boolean,
): Owner | undefined {
  if (lead.filter(({ text }) => text === ',').length > 1) return undefined;
  const begin = chunkStart(lead, lead.length);
  // "name, phone, equipment (radio, lamp)", "Every user has a name and an address (street, city)": the address is one of what the user has.
  const have = lead.findIndex((token) => is(token, 'have'));
  if (have >= 0 && lead.slice(have, begin).some((token) => is(token, 'and') || token.text === ','))
    return undefined;
  const of = lead.findLastIndex(({ folded }) =>
    /^(?:de|del|da|do|du|di|d|della|des)$/.test(folded),
  );
  // "cadastro completo do residente (": behind a noun of keeping what is kept stands after "de".
  const start = of > begin && is(lead[begin - 1], 'keep') ? of + 1 : begin;
  const words = lead.slice(start);
  // "Personal details (name, age)" are those of what the heading names.
  if (lead.length < 4 && isInformation(lead.map(({ text }) => text).join(' ')))
    return { names: [], certainty: 0.6 };
  const informed = start > 0 ? informationOwner(lead, start, reading) : undefined;
  if (informed !== undefined) return informed;
  if (words.at(-1)?.folded.endsWith('ly') === true) return undefined;
  const isWhole = isListed && start === 0;
  const owner =
    nameOf(words.slice(-3), reading, isWhole) ??
    nameOf(words.slice(-1), reading, isWhole && words.length === 1);
  if (is(lead[start - 1], 'article', 'each') && is(lead[start - 2], 'of', 'at')) {
    const chunk = lead.slice(chunkStart(lead, start - 2), start - 2).slice(-3);
    const noun = chunk.filter(
      ({ folded }, at) => at === 0 || !/(?:ed|en|ought|old|aid|ept)$/.test(folded),
    );
    const part = nameOf(noun, reading, true);
    if (part !== undefined)
      return { names: [part], certainty: 0.6, ...(owner === undefined ? {} : { whole: owner }) };
  }
  return owner === undefined ? undefined : { names: [owner], certainty: 0.6 };
}

function chunkStart(lead: readonly Token[], end: number): number {
  let start = end;
  while (
    start > 0 &&
    (isContent(lead[start - 1]) ||
      (start < end && /^(?:de|del|da|do|du|di|d|della|des)$/.test(lead[start - 1]?.folded ?? '')))
  )
    start -= 1;
  return start;
}

/** "Harvests => hive, date", "Register pets: name, breed". */
function labelOwner(
  text: string,
  lead: readonly Token[],
  reading: Reading,
  isListed: boolean,
): Owner | undefined {
  const { vocabulary } = reading;
  // "Na agenda: perito, endereço": of what the heading names.
  if (lead.length === 0 || (is(lead[0], 'at') && lead.length < 4))
    return { names: [], certainty: 0.5 };
  const isPlain = lead.every(
    (token) => !is(token, 'sign', 'have', 'which', 'not') || token.text === "'",
  );
  if (!isPlain) return undefined;
  const whole = phraseFrom(lead, is(lead[0], 'of') ? 1 : 0, true);
  const profile = /^(\p{L}{4,}?)profile?$/iu.exec(text)?.[1];
  if (profile !== undefined) return labelNamed(profile, reading);
  const shows = showing.exec(text)?.[1];
  if (shows !== undefined) return labelNamed(shows, reading);
  const rest = lead.slice(whole.next);
  const object = objectBefore(text, vocabulary);
  if (object !== undefined) return { names: [object], certainty: 0.7 };
  // "Products are kept in a simple list: name, price"
  const isKept = is(rest[0], 'is') && is(rest[1], 'keep');
  const name =
    isKept || rest.every((token) => is(token, 'sign', 'info'))
      ? nameOf(whole.words, reading, isListed)
      : articleNoun(lead, reading, isListed);
  return name === undefined ? undefined : { names: [name], certainty: 0.6 };
}

/** "The target list shows metadata", "La ficha del socio muestra": what is shown of it. */
const showing =
  /^(?:(?:the|an?|each|el|la|o|a|die|der|das|le) )?(\p{L}[\p{L}-]+(?: \p{L}[\p{L}-]+)??)(?: (?:list|table|page|view|card|details?|screen|overview))? (?:shows?|displays?|presents?|muestra|exibe|mostra|zeigt|affiche)(?: (?:its|the|their|following|these))*(?: (?:metadata|details|info|information|data|columns|fields|attributes))?$/iu;

function labelNamed(text: string, { vocabulary }: Reading): Owner | undefined {
  const name = entityName(text, vocabulary);
  return name === undefined ? undefined : { names: [name], certainty: 0.6 };
}

/** "Every day the attendance is noted:": the last noun with an article. */
function articleNoun(
  lead: readonly Token[],
  reading: Reading,
  isListed = false,
): EntityName | undefined {
  const start = chunkStart(lead, lead.length);
  return start < lead.length && is(lead[start - 1], 'article')
    ? nameOf(lead.slice(start), reading, isListed && !shown.test(lead.at(-1)?.folded ?? ''))
    : undefined;
}

/** "record a donation with …": the object, or the last noun before. */
function withOwner(text: string, lead: readonly Token[], reading: Reading): Owner | undefined {
  if (is(lead.at(-1), 'who', 'info', 'sign')) return undefined;
  const object = objectBefore(text, reading.vocabulary);
  if (object !== undefined && account.test(foldText(object.name)) && is(lead[0], 'article')) {
    const holder = nameOf(phraseFrom(lead, 0).words, reading, true);
    if (holder !== undefined) return { names: [holder], certainty: 0.6 };
  }
  if (object !== undefined) return { names: [object], certainty: 0.7 };
  let start = lead.length;
  while (start > 0 && isContent(lead[start - 1])) start -= 1;
  // "A visitor signs in on the tablet with": who does it, not where.
  if (is(lead[start - 1], 'article') && is(lead[start - 2], 'at', 'of') && is(lead[0], 'article')) {
    const subject = nameOf(phraseFrom(lead, 0).words, reading, true);
    return subject === undefined ? undefined : { names: [subject], certainty: 0.5 };
  }
  const isNoun =
    start === 0 ||
    is(lead[start - 1], 'article', 'each') ||
    /^[:;]$/.test(lead[start - 1]?.text ?? '');
  const name = isNoun ? nameOf(lead.slice(start), reading, false) : undefined;
  return name === undefined ? undefined : { names: [name], certainty: 0.5 };
}

/** "An inspection of a lift comprises": the subject, where it is no person who writes something down. */
function subjectOwner(
  lead: readonly Token[],
  kind: Opening['kind'],
  reading: Reading,
): Owner | undefined {
  const start =
    lead.findLastIndex(
      (token, at) => is(token, 'sign') && token.text !== "'" && at < lead.length - 1,
    ) + 1;
  const all = lead.slice(start);
  // "When I log an inspection, I enter"
  const occasion = is(all[0], 'which')
    ? objectBefore(
        all.flatMap((token) => (is(token, 'sign') ? [] : [token.text])).join(' '),
        reading.vocabulary,
      )
    : undefined;
  if (occasion !== undefined && is(lead.at(-1), 'sign'))
    return { names: [occasion], certainty: 0.7 };
  const own = all.slice(
    Math.max(
      0,
      all.findIndex((token) => !is(token, 'which')),
    ),
  );
  if (
    own.some((token, at) => is(token, 'who') || isPronoun(token, own[at + 1])) &&
    !isContent(own[0])
  )
    return { names: [], certainty: 0.5 };
  // "When registering a parcel, the clerk enters", "To report a fault, tenants must give".
  const before = start > 0 && kind === 'keep' ? lead.slice(0, start - 1) : [];
  const object =
    objectBefore(before.map(({ text }) => text).join(' '), reading.vocabulary) ??
    (is(before[0], 'which', 'at', 'of', 'small') ? articleNoun(before, reading) : undefined);
  if (object !== undefined) return { names: [object], certainty: 0.7 };
  const { words, next } = phraseFrom(own, 0, true);
  // "The report takes:" of what was reported.
  if (own[0]?.folded === 'the' && words.length === 1 && shown.test(words[0]?.folded ?? ''))
    return { names: [], certainty: 0.5 };
  const name =
    nameOf(words, reading, false) ??
    // "Sites have a name": declared, though the word alone could be anything.
    (is(own[0], 'article') || (kind === 'have' && words.length === lead.length)
      ? nameOf(words, reading, true)
      : undefined);
  if (name === undefined)
    return own.some((token) => is(token, 'who')) || isAboutIt(all)
      ? { names: [], certainty: 0.5 }
      : undefined;
  const rest = own.slice(next);
  // "When the driver finishes the ride and enters the fare": of the ride, not of the driver.
  if (kind === 'keep' && isPerson(name.name)) {
    const { whole } = wholeIn(rest, reading);
    if (whole !== undefined) return { names: [whole], certainty: 0.6 };
  }
  if (!saysWhich(rest)) return kind === 'keep' ? { names: [], certainty: 0.4 } : undefined;
  if (kind === 'keep')
    return is(own[0], 'article') && !isPerson(name.name)
      ? { names: [name], certainty: 0.6 }
      : { names: [], certainty: 0.4 };
  return {
    names: [name],
    certainty: is(own[0], 'article') ? 0.9 : 0.7,
    ...wholeIn(rest, reading),
  };
}
