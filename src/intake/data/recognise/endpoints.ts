import { spanIn } from '../../document/span-in.ts';
import { isBelievable } from '../believable.ts';
import type { Claim, EntityClaim } from '../claim.ts';
import { endpointsIn } from '../endpoints-in.ts';
import type { Recogniser } from '../reading.ts';

/**
 * Paths of an API: the collection that `POST /api/v1/orders` creates in, and those that have a `/:id`.
 * What can be created and read again is kept; anything else is only mentioned.
 */
export const endpoints: Recogniser = (reading) => {
  const claims: EntityClaim[] = [];
  const does = new Map<string, Set<string>>();
  for (const block of reading.document.blocks) {
    if (!isBelievable(reading.kinds[block.section])) continue;
    for (const { collection, method, isOne, start, end } of endpointsIn(block.text, reading)) {
      const known = does.get(collection) ?? new Set();
      does.set(collection, known.add(method).add(isOne ? 'one' : 'all'));
      claims.push({
        kind: 'entity',
        name: collection,
        evidence: 'mentioned',
        source: spanIn(reading.document, block, start, end),
        section: block.section,
      });
    }
  }
  return claims.map((claim): Claim => {
    const known = does.get(claim.name);
    const isKept = known?.has('POST') === true && (known.size > 2 || known.has('one'));
    return isKept ? { ...claim, evidence: 'kept' } : claim;
  });
};
