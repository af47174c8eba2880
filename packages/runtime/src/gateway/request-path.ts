/** A request target as the gateway understands it. */
export interface RequestPath {
  /** For routing: decoded, with a `/` in front. */
  readonly route: string;
  /** As it came, query included: what is forwarded. */
  readonly raw: string;
  /** Where the query begins in `raw`; its length without one. */
  readonly queryAt: number;
}

/**
 * Reads the target of a request line. Undefined for what two servers could understand differently: dot
 * segments, empty segments, encoded or backward slashes, control characters, broken escapes, fragments. A route
 * that is closed must not be reachable by another spelling of its path (RFC 3986, section 6.2.2; RFC 9110, 4.2.3).
 */
export function readRequestPath(target: string): RequestPath | undefined {
  // The absolute form (RFC 9112, section 3.2.2) means the same as its path.
  const raw = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]+/i, '');
  if (!raw.startsWith('/') || raw.includes('#')) return undefined;
  const mark = raw.indexOf('?');
  const queryAt = mark === -1 ? raw.length : mark;
  const path = mark === -1 ? raw : raw.slice(0, mark);
  const route = path.includes('%') ? decode(path) : path;
  if (route === undefined || ambiguous.test(route)) return undefined;
  return { route, raw, queryAt };
}

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const ambiguous = /\/\/|\/\.\.?(?:\/|$)|[\\\u0000-\u001f\u007f]/;

function decode(path: string): string | undefined {
  if (/%2f|%5c/i.test(path)) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
