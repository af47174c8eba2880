import { stemPhrase } from '../words/stem.ts';
import { sentencesOf } from '../words/sentences.ts';
import type { Claim } from './claim.ts';
import { withEntriesNamed } from './entries.ts';
import { placesOf } from './places.ts';
import type { Reading, Recogniser } from './reading.ts';
import { enumerations } from './recognise/enumerations.ts';
import { frames } from './recognise/frames.ts';
import { keptWith } from './recognise/kept-with.ts';
import { partLists } from './recognise/part-lists.ts';
import { profiles } from './recognise/profiles.ts';
import { registers } from './recognise/registers.ts';
import { valuesOfFields } from './recognise/values-of-fields.ts';
import { signingUp } from './recognise/signing-up.ts';
import { declarations, hints, sentences } from './recognisers.ts';

/**
 * Hears every recogniser: declarations first, then enumerations in general, then the special shapes of sentences
 * where those found nothing. One sentence alone is read by the special shapes first.
 */
export function readClaims(reading: Reading): readonly Claim[] {
  const heard = hearAll(reading);
  return withEntriesNamed([...heard, ...valuesOfFields(reading, heard)], reading);
}

function hearAll(reading: Reading): readonly Claim[] {
  const hear = (recognisers: readonly Recogniser[]) =>
    recognisers.flatMap((recognise) => [...recognise(reading)]);
  const named = registers(reading);
  // "Master data: customers, articles" lists no attributes of whatever stands above it.
  const registered = new Set(named.map(({ source }) => source.line));
  const isElsewhere = ({ source }: Claim) => !registered.has(source.line);
  const stated = [...hear(declarations), ...named];
  const others = hear(hints);
  const names = new Set(
    [...stated, ...others].flatMap((claim) =>
      claim.kind === 'entity' ? [stemPhrase(claim.name, reading.language)] : [],
    ),
  );
  const isNamed = (name: string) => names.has(stemPhrase(name, reading.language));
  const parts = [
    ...partLists(reading),
    ...keptWith(reading, isNamed),
    ...profiles(reading, [...stated, ...others]),
  ];
  const declared = [...stated, ...parts];
  if (reading.brief && isOneSentence(reading)) {
    const said = hear(sentences);
    const told = [...said, ...enumerations(reading, [...declared, ...said, ...others])];
    return [...declared, ...told.toSorted(inOrder), ...others];
  }
  const listed = enumerations(reading, declared, others).filter(isElsewhere);
  const isRead = placesOf([...listed, ...parts]);
  const spoken = hear(sentences).filter((claim) => isElsewhere(claim) && !isRead(claim.source));
  const isSpoken = placesOf(spoken);
  const signed = signingUp(reading, [...declared, ...listed, ...spoken, ...others]).filter(
    ({ source }) => !isRead(source) && !isSpoken(source),
  );
  const said = [...spoken, ...signed];
  const told = frames(reading, [...declared, ...others], [...listed, ...said]);
  const isKept = (claim: Claim) => !told.instead.has(claim);
  const enumerated = [...listed.filter(isKept), ...told.claims.filter(isElsewhere)];
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
