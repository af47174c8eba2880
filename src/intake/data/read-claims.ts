import type { Claim } from './claim.ts';
import { placesOf } from './places.ts';
import type { Reading, Recogniser } from './reading.ts';
import { enumerations } from './recognise/enumerations.ts';
import { declarations, hints, sentences } from './recognisers.ts';

/**
 * Hears every recogniser: declarations first, then enumerations in general, then the special shapes of sentences
 * where those found nothing. Of one sentence or two every word is read by the special shapes first.
 */
export function readClaims(reading: Reading): readonly Claim[] {
  const hear = (recognisers: readonly Recogniser[]) =>
    recognisers.flatMap((recognise) => [...recognise(reading)]);
  const declared = hear(declarations);
  const others = hear(hints);
  if (reading.brief) {
    const said = hear(sentences);
    return [
      ...declared,
      ...said,
      ...enumerations(reading, [...declared, ...said, ...others]),
      ...others,
    ];
  }
  const enumerated = enumerations(reading, declared, others);
  const isRead = placesOf(enumerated);
  const said = hear(sentences).filter(({ source }) => !isRead(source));
  return [...declared, ...enumerated, ...said, ...others];
}
