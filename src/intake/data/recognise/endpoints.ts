import { spanIn } from '../../document/span-in.ts';
import { isBelievable } from '../believable.ts';
import type { Claim, EntityClaim, RelationClaim } from '../claim.ts';
import { endpointsIn } from '../endpoints-in.ts';
import type { Recogniser } from '../reading.ts';

/** What requests do with the records of a collection. */
interface Requests {
  readonly methods: Set<string>;
  isMade: boolean;
  isReadAlone: boolean;
  isChanged: boolean;
}

/**
 * Paths of an API: the collection that `POST /api/v1/orders` creates in, and those that have a `/:id`.
 * What can be created, or changed, and read again is kept; anything else is only mentioned.
 */
export const endpoints: Recogniser = (reading) => {
  const claims: EntityClaim[] = [];
  const relations: RelationClaim[] = [];
  const alone = new Set<string>();
  const requests = new Map<string, Requests>();
  for (const block of reading.document.blocks) {
    if (!isBelievable(reading.kinds[block.section])) continue;
    for (const endpoint of endpointsIn(block.text, reading)) {
      const { collection, within, method, isOne, isOftenComputed, start, end } = endpoint;
      const known = requests.get(collection) ?? {
        methods: new Set(),
        isMade: false,
        isReadAlone: false,
        isChanged: false,
      };
      requests.set(collection, known);
      const makes = method === 'POST' && !isOne;
      known.methods.add(method);
      // What is created below another record is a record of its own.
      known.isReadAlone ||= isOne || (makes && within !== undefined);
      known.isMade ||= makes && !isOftenComputed;
      known.isChanged ||= isOne && method !== 'GET';
      const shape = {
        source: spanIn(reading.document, block, start, end),
        section: block.section,
      };
      claims.push({ kind: 'entity', name: collection, evidence: 'mentioned', ...shape });
      if (!makes) continue;
      // `GET /orders/{id}/products` may be many-to-many.
      if (within === undefined) alone.add(collection);
      else
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
    const known = requests.get(claim.name);
    return known !== undefined && isKept(known) ? { ...claim, evidence: 'kept' } : claim;
  });
  // Products that are created on their own are only put into an order.
  return [...entities, ...relations.filter(({ from }) => !alone.has(from))];
};

function isKept({ methods, isMade, isReadAlone, isChanged }: Requests): boolean {
  return (
    (isMade && (isReadAlone || methods.size > 1)) ||
    (isChanged && isReadAlone && methods.has('GET'))
  );
}
