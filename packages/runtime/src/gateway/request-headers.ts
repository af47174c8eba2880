import type { IncomingMessage } from 'node:http';
import type { Principal } from '../component/context.ts';
import { isHopByHop, nominated } from './hop-by-hop.ts';

/** What the gateway adds to a request. */
export interface Additions {
  readonly requestId: string;
  readonly traceparent: string;
  readonly principal: Principal | undefined;
  readonly trustForwarded: boolean;
}

/** Our name in `Via`. */
const PSEUDONYM = 'microforge';
/** More hops through gateways of ours than any sensible system has: a cycle. */
export const MAX_HOPS = 8;

/**
 * The headers of a forwarded request as name, value, name, value: without those of the connection, without what
 * only a gateway may say (who calls, from where, over what), and with what this one has to say.
 */
export function forwardedHeaders(request: IncomingMessage, additions: Additions): string[] {
  const { rawHeaders, headers, socket } = request;
  const dropped = nominated(headers.connection);
  const { trustForwarded, principal } = additions;
  const result: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const raw = rawHeaders[at] ?? '';
    // Where headers become variables of CGI, WSGI or Rack, both spellings are one.
    const name = raw.toLowerCase().replaceAll('_', '-');
    if (isHopByHop(name) || isOurs(name, trustForwarded)) continue;
    // A caller cannot have the frame of the message or its host removed.
    if (dropped?.has(name) === true && name !== 'host' && name !== 'content-length') continue;
    result.push(raw, rawHeaders[at + 1] ?? '');
  }
  const from = socket.remoteAddress ?? '';
  const before = trustForwarded ? headers['x-forwarded-for'] : undefined;
  result.push(
    'x-request-id',
    additions.requestId,
    'traceparent',
    additions.traceparent,
    'via',
    `${headers['via'] === undefined ? '' : `${headers['via']}, `}${request.httpVersion} ${PSEUDONYM}`,
    'x-forwarded-for',
    before === undefined ? from : `${[before].flat().join(', ')}, ${from}`,
  );
  if (!trustForwarded || headers['x-forwarded-proto'] === undefined) {
    result.push('x-forwarded-proto', 'encrypted' in socket ? 'https' : 'http');
  }
  if (!trustForwarded || headers['x-forwarded-host'] === undefined) {
    result.push('x-forwarded-host', headers.host ?? '');
  }
  if (principal !== undefined) {
    result.push('x-principal-id', encodeURIComponent(principal.id));
    result.push('x-principal-roles', principal.roles.map(encodeURIComponent).join(','));
  }
  return result;
}

/** How often a request has passed a gateway of ours. */
export const hops = (via: string | undefined): number =>
  via === undefined ? 0 : via.split(PSEUDONYM).length - 1;

function isOurs(name: string, trustForwarded: boolean): boolean {
  switch (name) {
    case 'expect': // answered by this server already
    case 'via':
    case 'traceparent':
    case 'x-request-id':
    case 'x-forwarded-for':
    case 'x-principal-id':
    case 'x-principal-roles':
      return true;
    case 'forwarded':
    case 'x-forwarded-proto':
    case 'x-forwarded-host':
    case 'x-forwarded-port':
    case 'x-forwarded-prefix':
    case 'x-real-ip':
      return !trustForwarded;
    default:
      return false;
  }
}
