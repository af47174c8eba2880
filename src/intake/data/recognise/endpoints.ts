import { spanIn } from '../../document/span-in.ts';
import { isBelievable } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import type { Reading, Recogniser } from '../reading.ts';

const methods = 'GET|POST|PUT|PATCH|DELETE';
const path = String.raw`(?:https?:\/\/[\w.:-]+)?\/(?:[\w{}:<>\[\]*-]+\/?)+`;

/** Paths of an API: the collection that `POST /api/v1/orders` creates in, and those that have a `/:id`. */
export const endpoints: Recogniser = (reading) => {
  const claims: Claim[] = [];
  const found = new RegExp(
    String.raw`(?:\b(${methods})\b[\s\`*:|\]]*)?(${path})(?:[\s\`*\]\[]*\b(${methods})\b)?`,
    'g',
  );
  for (const block of reading.document.blocks) {
    if (!isBelievable(reading.kinds[block.section])) continue;
    for (const match of block.text.matchAll(found)) {
      const method = match[1] ?? match[3];
      const name = method === undefined ? undefined : collectionOf(match[2] ?? '', method, reading);
      if (name === undefined) continue;
      const start = match.index;
      claims.push({
        kind: 'entity',
        name,
        evidence: 'mentioned',
        source: spanIn(reading.document, block, start, start + match[0].length),
        section: block.section,
      });
    }
  }
  return claims;
};

/** The last segment that is a collection: of `/api/v1/orders/{id}/items` it is `items`. */
function collectionOf(url: string, method: string, { vocabulary }: Reading): string | undefined {
  const segments = url
    .replace(/^https?:\/\/[^/]+/, '')
    .split('/')
    .filter(
      (segment) =>
        segment !== '' && !/^(?:api|rest|v\d+|public|admin|auth|graphql)$/i.test(segment),
    );
  const isParameter = (segment: string | undefined) =>
    segment !== undefined && /^[:{<[]/.test(segment);
  const names = segments.filter(
    (segment, index) =>
      !isParameter(segment) && (isParameter(segments[index + 1]) || index === segments.length - 1),
  );
  const last = names.at(-1);
  if (
    last === undefined ||
    !last.endsWith('s') ||
    /^(?:status|login|logout|register|me|search|stats|metrics|health|settings|permissions|roles|statistics|reports|notifications|uploads|docs)$/i.test(
      last,
    )
  )
    return undefined;
  if (method !== 'POST' && !segments.some(isParameter)) return undefined;
  return entityName(last, vocabulary)?.name;
}
