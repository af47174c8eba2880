import { spanIn } from '../../document/span-in.ts';
import { isBelievable } from '../believable.ts';
import type { Claim, EntityClaim, RelationClaim } from '../claim.ts';
import { endpointsIn } from '../endpoints-in.ts';
import type { Recogniser } from '../reading.ts';

/**
 * Paths of an API: the collection that `POST /api/v1/orders` creates in, and those that have a `/:id`.
 * What can be created and read again is kept; anything else is only mentioned.
 */
export const endpoints: Recogniser = (reading) => {
  const claims: EntityClaim[] = [];
  const relations: RelationClaim[] = [];
  const alone = new Set<string>();
  const does = new Map<string, Set<string>>();
  for (const block of reading.document.blocks) {
    if (!isBelievable(reading.kinds[block.section])) continue;
    for (const endpoint of endpointsIn(block.text, reading)) {
      const { collection, within, method, isOne, start, end } = endpoint;
      const known = does.get(collection) ?? new Set();
      does.set(collection, known.add(method).add(isOne ? 'one' : 'all'));
      const shape = {
        source: spanIn(reading.document, block, start, end),
        section: block.section,
      };
      claims.push({ kind: 'entity', name: collection, evidence: 'mentioned', ...shape });
      if (within === undefined && method === 'POST') alone.add(collection);
      // `GET /orders/{id}/products` may be many-to-many.
      if (within === undefined || method !== 'POST') continue;
      // What is created below another record is a record of its own.
      known.add('one');
      relations.push({
        kind: 'relation',
        from: collection,
        to: within,
        cardinality: 'one',
        required: true,
        ...shape,
      });
    }
  }
  const entities = claims.map((claim): Claim => {
    const known = does.get(claim.name);
    const isKept = known?.has('POST') === true && (known.size > 2 || known.has('one'));
    return isKept ? { ...claim, evidence: 'kept' } : claim;
  });
  // Products that are created on their own are only put into an order.
  return [...entities, ...relations.filter(({ from }) => !alone.has(from))];
};
