import { foldText } from '../../words/fold.ts';
import type { AttributeWords } from '../enumerate/attribute-score.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName, isStopNoun } from '../entity-name.ts';
import { isPerson } from '../person.ts';
import type { Reading } from '../reading.ts';
import { attributesIn } from './attributes-in.ts';
import type { FramePatterns } from './frame-patterns.ts';
import type { Frame } from './frames-in.ts';
import { nameAt } from './name-at.ts';
import { plainLetters } from './plain-letters.ts';

/** "When I log an inspection, …": an inspection. */
export function leadThing(
  { kind, object }: Frame,
  { vocabulary }: Reading,
  patterns: FramePatterns,
): EntityName | undefined {
  const name = kind === 'take' ? nameAt(plainLetters(object), 0, patterns) : undefined;
  return name === undefined
    ? undefined
    : entityName(object.slice(name.start, name.end), vocabulary);
}

/** "Someone logs a harvest: which tree, when": what stands before the colon has what stands behind. */
export function thingBefore(
  { kind, object, list }: Frame,
  reading: Reading,
  patterns: FramePatterns,
  attributes: AttributeWords,
): EntityName | undefined {
  if (kind !== 'take' || list === undefined) return undefined;
  const { fields, parts } = attributesIn(list, reading, patterns, '');
  const name = nameAt(plainLetters(object), 0, patterns);
  if (name === undefined || /[,(]/.test(object)) return undefined;
  const isList =
    fields.length > 1 &&
    fields.length >= parts * 0.6 &&
    attributes.of(fields).sure * 2 >= fields.length;
  return isList ? entityName(object.slice(name.start, name.end), reading.vocabulary) : undefined;
}

/** The thing that a frame names as what has the attributes. */
export function ownerOf(
  { owner, isEach }: Frame,
  { vocabulary }: Reading,
  focus: EntityName | undefined,
  stemOf: (name: string) => string,
): EntityName | undefined {
  if (owner === undefined) return undefined;
  // "A dangerous defect", below "Defects".
  if (focus !== undefined && stemOf(owner).split(' ').includes(stemOf(focus.name))) return focus;
  const name = entityName(owner, vocabulary, isEach);
  const head = foldText(owner.split(/\s+/).at(-1) ?? '');
  if (isStopNoun(head, vocabulary)) return undefined;
  if (name === undefined || (isPerson(name.name) && !isEach && focus !== undefined))
    return undefined;
  return name;
}

/** A sentence that begins with something that the document keeps is about that. */
export function subjectFocus(
  text: string,
  { vocabulary }: Reading,
  patterns: FramePatterns,
  isNamed: (name: string) => boolean,
  isBeside: boolean,
): EntityName | undefined {
  const plain = plainLetters(text);
  const at = nameAt(plain, patterns.about.exec(plain)?.[0].length ?? 0, patterns);
  if (at === undefined || at.start > 24) return undefined;
  const name = text.slice(at.start, at.end);
  // "Members write to each other", in a passage about messages.
  if (isBeside && isPerson(name)) return undefined;
  return isNamed(name) ? entityName(name, vocabulary, true) : undefined;
}
