import type { Claim } from './claim.ts';
import type { Reading } from './reading.ts';
import { recognisers } from './recognisers.ts';

/** Hears every recogniser. */
export function readClaims(reading: Reading): readonly Claim[] {
  return recognisers.flatMap((recognise) => [...recognise(reading)]);
}
