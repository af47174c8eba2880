import { entityName } from './entity-name.ts';
import type { Reading } from './reading.ts';

/** `POST /api/v1/orders/{id}/items` in a text, with the collection that it is about. */
export interface Endpoint {
  /** Last segment that is a collection: `items`. */
  readonly collection: string;
  /** The collection that it belongs to: `orders`. */
  readonly within: string | undefined;
  readonly method: string;
  /** The path holds a key of it: it is about one of them. */
  readonly isOne: boolean;
  /** What is done to one of them: `cancel` in `POST /orders/{id}/cancel`. */
  readonly action?: string;
  /** Services often answer such a path without keeping anything: `GET /reports`. */
  readonly isOftenComputed: boolean;
  readonly start: number;
  readonly end: number;
}

const methods = 'GET|POST|PUT|PATCH|DELETE';
const path = String.raw`(?:https?:\/\/[\w.:-]{1,100})?\/[\w{}:<>\[\]*-][\w{}:<>\[\]*\/-]{0,200}`;
const noCollections =
  /^(?:status|login|logout|register|me|search|stats|metrics|health|statistics|docs|process|progress|access|address|analytics|details)$/i;
const oftenComputed =
  /^(?:settings|permissions|roles|reports|notifications|uploads|sessions|tokens|webhooks|imports|exports)$/i;

/** `GET /orders`, or the method behind it on the same line: `/orders` GET. */
const endpoint = new RegExp(
  String.raw`\b(${methods})\b[\s\`*:|\]]*(${path})|(?<![\w}\/])(${path})[ \t\`*\]\[|]*\b(${methods})\b`,
  'g',
);

/** The endpoints that a text names, of this service and not of another host. */
export function endpointsIn(text: string, reading: Reading): readonly Endpoint[] {
  // Most texts have no path, and all paths a slash.
  if (!text.includes('/')) return [];
  return [...text.matchAll(endpoint)].flatMap((match): Endpoint[] => {
    const method = match[1] ?? match[4] ?? '';
    const about = collectionOf(match[2] ?? match[3] ?? '', method, reading);
    return about === undefined
      ? []
      : [{ ...about, method, start: match.index, end: match.index + match[0].length }];
  });
}

/** The innermost collection of a path. */
function collectionOf(
  url: string,
  method: string,
  { vocabulary }: Reading,
): Pick<Endpoint, 'collection' | 'within' | 'isOne' | 'action' | 'isOftenComputed'> | undefined {
  if (/^https?:\/\/(?!localhost|127\.|api\.example)/.test(url)) return undefined;
  const segments = segmentsOf(url);
  const last = segments.findLastIndex((segment) => !isParameter(segment));
  const isAction = last > 1 && !segments[last]?.endsWith('s') && isParameter(segments[last - 1]);
  const at = isAction ? last - 2 : last;
  const written = segments[at] ?? '';
  const isOne = isParameter(segments[at + 1]);
  if (isParameter(written) || noCollections.test(written)) return undefined;
  // `/task/{id}` names its collection in the singular.
  if (!isOne && (!written.endsWith('s') || (method !== 'POST' && method !== 'GET' && at < 2)))
    return undefined;
  const known = entityName(written, vocabulary);
  const collection = (known ?? entityName(written, vocabulary, true))?.name;
  if (collection === undefined) return undefined;
  const within = segments.slice(0, at).findLast((_, index) => isParameter(segments[index + 1]));
  const action = isAction ? segments[last] : undefined;
  return {
    collection,
    within,
    isOne,
    isOftenComputed: known === undefined || oftenComputed.test(written),
    ...(action === undefined ? {} : { action }),
  };
}

function segmentsOf(url: string): readonly string[] {
  return url
    .replace(/^https?:\/\/[^/]+/, '')
    .split('/')
    .filter(
      (segment) =>
        segment !== '' && !/^(?:api|rest|v\d+|public|admin|auth|graphql)$/i.test(segment),
    );
}

function isParameter(segment: string | undefined): boolean {
  return segment !== undefined && /^[:{<[]/.test(segment);
}
