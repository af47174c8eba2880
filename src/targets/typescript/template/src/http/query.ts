import type { FastifyRequest } from 'fastify';
import { invalidParameter, Problem } from './problem.ts';

/** The parameters of a query; each occurs once. */
export type Query = ReadonlyMap<string, string>;

const NONE: Query = new Map();
const MOST = 100;

/** @throws a problem 400 for too many parameters, and for one that is repeated or damaged */
export function queryOf(request: FastifyRequest): Query {
  const { url = '' } = request.raw;
  const start = url.indexOf('?');
  if (start === -1 || start === url.length - 1) return NONE;
  const query = new Map<string, string>();
  const parts = url.slice(start + 1).split('&', MOST + 1);
  if (parts.length > MOST) {
    throw new Problem('malformed-request', 'The query has too many parameters.');
  }
  for (const part of parts) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decode(equals === -1 ? part : part.slice(0, equals));
    const value = equals === -1 ? '' : decode(part.slice(equals + 1));
    if (query.has(name)) throw invalidParameter(name, 'is repeated');
    if (value.includes('\0')) throw invalidParameter(name, 'holds U+0000');
    query.set(name, value);
  }
  return query;
}

/** Only lists take parameters. @throws a problem 400 */
export function refuseQuery(request: FastifyRequest): void {
  const [name] = queryOf(request).keys();
  if (name !== undefined) throw invalidParameter(name, 'is not known');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Problem('malformed-request', 'The query is not valid percent-encoded UTF-8.');
  }
}
