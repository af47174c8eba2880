import type { Block } from '../../document/document.ts';
import { isStopNoun } from '../entity-name.ts';
import { entityName } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import { headingEntity } from '../heading-entity.ts';
import { isPlaceTitle } from '../place-title.ts';
import { plainOrder } from '../plain-order.ts';
import type { Reading } from '../reading.ts';
import { kindOfTitle } from '../../sections/classify-sections.ts';
import { foldText } from '../../words/fold.ts';
import type { FramePatterns } from './frame-patterns.ts';
import { nameAt } from './name-at.ts';
import { plainLetters } from './plain-letters.ts';
import type { FrameWords } from './words/frame-words.ts';

interface Language {
  readonly words: FrameWords;
  readonly patterns: FramePatterns;
}

/** What a heading is about: "US-4 Book a berth" about bookings, "What we need to know about clubs" about clubs. */
export function headingFocus(
  block: Block,
  reading: Reading,
  language: Language,
): EntityName | undefined {
  const { document } = reading;
  const section = document.sections[block.section];
  if (section === undefined || section.depth === 0 || section.depth === 1) return undefined;
  return titleFocus(section.title, reading, language) ?? managedHeading(block, reading, language);
}

/** The heading says what is done with one of something: it tells more than the story below. */
export function isDoingTitle(title: string): boolean {
  return /^(?:\p{Lu}{1,5}[-\s]?\d+\S*\s+)?\p{L}+ (?:an?|the|every|eine?n?|une?|una?|uma?|een) \p{L}/iu.test(
    title,
  );
}

/** What a title or a label is about. */
export function titleFocus(
  written: string,
  reading: Reading,
  { words, patterns }: Language,
): EntityName | undefined {
  const title = plainOrder(
    written
      .replace(
        /^(?:\p{Lu}{1,5}[-\s]?\d+(?:[.-]\d+)*|\d+(?:\.\d+)*|(?:\p{L}+) \d+)(?:[.:)]|\s*[—–·-])?\s+/u,
        '',
      )
      .replace(/^\p{L}+ \d+ [—–·-] /u, '')
      .replace(/\.(?:dbf|csv|xlsx?|mdb|txt|dat|html?)$/i, '')
      .replace(/\s*[(（].*$/u, '')
      .replace(/[.:]+$/u, ''),
  );
  const plain = plainLetters(title);
  const done =
    /^([a-z]+) (an?|the|every|each|one|eine?n?|une?|la|le|las|los|el|una?|uma?|o|il|lo|een|de) (?=[a-z])/.exec(
      plain,
    );
  const verb = /^[a-z]+/.exec(plain)?.[0] ?? '';
  const made = Object.hasOwn(words.makes, verb) ? words.makes[verb] : undefined;
  if (made !== undefined && plain.includes(' ')) return entityName(made, reading.vocabulary, true);
  if (done !== null) {
    const object = nameAt(plain, done[0].length, patterns);
    if (object !== undefined && isVerb(done[1] ?? '', reading)) {
      const noun = entityName(title.slice(object.start, object.end), reading.vocabulary, true);
      return noun === undefined || done[1] !== 'read'
        ? noun
        : { ...noun, name: `${singular(noun.name)} reading` };
    }
  }
  const skipped = patterns.about.exec(plain)?.[0].length ?? 0;
  const bare = title.slice(skipped);
  const first = nameAt(plainLetters(bare), 0, patterns);
  if (first === undefined || first.start > 12) return undefined;
  const rest = bare.slice(first.end).trim();
  // "Offers and appointments": of the first.
  if (rest !== '' && !/^(?:and|und|et|y|e|en|&|[,:—–-])(?:\s|$)/.test(plainLetters(rest)))
    return undefined;
  const name = bare.slice(first.start, first.end);
  if (kindOfTitle(name) !== 'unknown' || isStopNoun(foldText(name), reading.vocabulary))
    return undefined;
  if (isPlaceTitle(name)) return undefined;
  return entityName(name, reading.vocabulary, skipped > 0);
}

/** In English any first word before an article is one. */
function isVerb(word: string, { language }: Reading): boolean {
  return language === 'en' ? true : /(?:en|r|er|ir|re|ar|are|ere|ire)$/.test(word);
}

function singular(name: string): string {
  return name.replace(/(?<=[^su])s$/, '');
}

/** "Register a boat": the object of a verb of keeping. */
function managedHeading(
  block: Block,
  reading: Reading,
  { patterns }: Language,
): EntityName | undefined {
  const entity = headingEntity(block, reading);
  const title = reading.document.sections[block.section]?.title ?? '';
  const [first = ''] = plainLetters(entity?.name ?? '').split(' ');
  if (entity === undefined || kindOfTitle(title) !== 'unknown' || patterns.small.test(first))
    return undefined;
  const last = foldText(entity.name).split(' ').at(-1) ?? '';
  return isStopNoun(last, reading.vocabulary) ? undefined : entity;
}

/** The words that a paragraph or a point begins with, in bold or before a colon: "Geräte. Jedes Gerät …". */
export interface Label {
  readonly text: string;
  readonly isMarked: boolean;
}

export function labelOf(block: Block): Label | undefined {
  const mark = block.marks.find(({ kind, start }) => kind === 'strong' && start < 12);
  const marked = mark === undefined ? '' : block.text.slice(mark.start, mark.end);
  if (/\p{L}{3}/u.test(marked))
    return marked.length > 60 ? undefined : { text: marked, isMarked: true };
  // "H4.2 Lecturas: …"
  const text = /^\s*(\p{Lu}[\p{L}'’ -]{2,28})\s?:\s/u.exec(block.text.slice(mark?.end ?? 0))?.[1];
  return text === undefined ? undefined : { text, isMarked: mark !== undefined };
}
