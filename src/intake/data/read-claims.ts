import { sentencesOf } from '../words/sentences.ts';
import type { Claim } from './claim.ts';
import { placesOf } from './places.ts';
import type { Reading, Recogniser } from './reading.ts';
import { enumerations } from './recognise/enumerations.ts';
import { frames } from './recognise/frames.ts';
import { partLists } from './recognise/part-lists.ts';
import { valuesOfFields } from './recognise/values-of-fields.ts';
import { declarations, hints, sentences } from './recognisers.ts';

/**
 * Hears every recogniser: declarations first, then enumerations in general, then the special shapes of sentences
 * where those found nothing. One sentence alone is read by the special shapes first.
 */
export function readClaims(reading: Reading): readonly Claim[] {
  const heard = hearAll(reading);
  return [...heard, ...valuesOfFields(reading, heard)];
}

function hearAll(reading: Reading): readonly Claim[] {
  const hear = (recognisers: readonly Recogniser[]) =>
    recognisers.flatMap((recognise) => [...recognise(reading)]);
  const parts = partLists(reading);
  const stated = hear(declarations);
  const declared = [...stated, ...parts];
  const others = hear(hints);
  if (reading.brief && isOneSentence(reading)) {
    const said = hear(sentences);
    const told = [...said, ...enumerations(reading, [...declared, ...said, ...others])];
    return [...declared, ...told.toSorted(inOrder), ...others];
  }
  const listed = enumerations(reading, declared, others);
  const isRead = placesOf([...listed, ...parts]);
  const said = hear(sentences).filter(({ source }) => !isRead(source));
  const told = frames(reading, [...declared, ...others], [...listed, ...said]);
  const isKept = (claim: Claim) => !told.instead.has(claim);
  const enumerated = [...listed.filter(isKept), ...told.claims];
  return [
    ...stated,
    ...[...enumerated, ...parts].toSorted(inOrder),
    ...said.filter(isKept),
    ...others,
  ];
}

function inOrder({ source: left }: Claim, { source: right }: Claim): number {
  return left.line - right.line || left.column - right.column;
}

function isOneSentence({ document }: Reading): boolean {
  return document.blocks.reduce((count, block) => count + sentencesOf(block).length, 0) < 2;
}
