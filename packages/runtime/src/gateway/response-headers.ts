import type { IncomingHttpHeaders } from 'undici/types/header.js';
import { isHopByHop, nominated } from './hop-by-hop.ts';

/** The headers of an answer as name, value, name, value: without those of the connection to the upstream. */
export function answerHeaders(headers: IncomingHttpHeaders, requestId: string): string[] {
  const connection = headers['connection'];
  const dropped = nominated(connection === undefined ? undefined : String(connection));
  const result: string[] = [];
  for (const name in headers) {
    if (isHopByHop(name) || dropped?.has(name) === true || name === 'x-request-id') continue;
    const value = headers[name];
    if (typeof value === 'string') result.push(name, value);
    else for (const each of value ?? []) result.push(name, each);
  }
  result.push('x-request-id', requestId);
  return result;
}
