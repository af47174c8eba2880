import type { Exchange } from './exchange.ts';

/** The path and query for an upstream: below the path of its URL, without the prefix where the route says so. */
export function upstreamPath(
  { pathname }: URL,
  { path, match }: Pick<Exchange, 'path' | 'match'>,
): string {
  const { raw, queryAt } = path;
  const base = pathname === '/' ? '' : pathname.replace(/\/$/, '');
  if (match.route.definition.stripPath !== true) return base + raw;
  // The prefix may be written with escapes in the path as it came: whole segments are taken off, not characters.
  const segments = match.prefix.split('/').filter((segment) => segment !== '').length;
  const rest = raw
    .slice(0, queryAt)
    .split('/')
    .slice(segments + 1);
  return `${base}/${rest.join('/')}${raw.slice(queryAt)}`;
}
