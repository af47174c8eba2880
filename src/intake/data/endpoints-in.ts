import { entityName } from './entity-name.ts';
import type { Reading } from './reading.ts';

/** `POST /api/v1/orders/{id}/items` in a text, with the collection that it is about. */
export interface Endpoint {
  /** Last segment that is a collection: `items`. */
  readonly collection: string;
  /** The collection that it belongs to: `orders`. */
  readonly within: string | undefined;
  readonly method: string;
  /** The path ends in a key: it is about one of them. */
  readonly isOne: boolean;
  readonly start: number;
  readonly end: number;
}

const methods = 'GET|POST|PUT|PATCH|DELETE';
const path = String.raw`(?:https?:\/\/[\w.:-]+)?\/(?:[\w{}:<>\[\]*-]+\/?)+`;
const noCollections =
  /^(?:status|login|logout|register|me|search|stats|metrics|health|settings|permissions|roles|statistics|reports|notifications|uploads|docs|process|progress|access|address|analytics|sessions|tokens|details|webhooks|imports|exports)$/i;

const endpoint = new RegExp(
  String.raw`(?:\b(${methods})\b[\s\`*:|\]]*)?(${path})(?:[\s\`*\]\[]*\b(${methods})\b)?`,
  'g',
);

/** The endpoints that a text names, of this service and not of another host. */
export function endpointsIn(text: string, reading: Reading): readonly Endpoint[] {
  // Most texts have no path, and all paths a slash.
  if (!text.includes('/')) return [];
  return [...text.matchAll(endpoint)].flatMap((match): Endpoint[] => {
    const method = match[1] ?? match[3];
    const url = match[2] ?? '';
    const [collection, within] = method === undefined ? [] : collectionsOf(url, method, reading);
    return method === undefined || collection === undefined
      ? []
      : [
          {
            collection,
            within,
            method,
            isOne: isParameter(segmentsOf(url).at(-1)),
            start: match.index,
            end: match.index + match[0].length,
          },
        ];
  });
}

/** The innermost first. */
function collectionsOf(
  url: string,
  method: string,
  { vocabulary }: Reading,
): readonly [inner?: string, outer?: string | undefined] {
  if (/^https?:\/\/(?!localhost|127\.|api\.example)/.test(url)) return [];
  const segments = segmentsOf(url);
  const names = segments.filter(
    (segment, index) =>
      !isParameter(segment) && (isParameter(segments[index + 1]) || index === segments.length - 1),
  );
  const last = names.at(-1);
  if (last === undefined || !last.endsWith('s') || noCollections.test(last)) return [];
  if (method !== 'POST' && method !== 'GET' && !segments.some(isParameter)) return [];
  const name = entityName(last, vocabulary)?.name;
  return name === undefined ? [] : [name, names.length > 1 ? names.at(-2) : undefined];
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
