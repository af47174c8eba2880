import { createHash } from 'node:crypto';
import type { Principal } from '../component/context.ts';
import { UnauthenticatedError } from '../errors/middleware-errors.ts';
import type { Authenticate } from './authenticate.ts';

/**
 * Knows callers by the header `X-Api-Key`. A configuration holds no key, only the SHA-256 of each in hex: whoever
 * reads it can call nothing, and the time of a look-up tells nothing.
 */
export function apiKeys(callers: Readonly<Record<string, Principal>>): Authenticate {
  const known = new Map(Object.entries(callers).map(([hash, who]) => [hash.toLowerCase(), who]));
  return ({ headers }) => {
    const key = headers['x-api-key'];
    if (key === undefined) return undefined;
    const who = known.get(createHash('sha256').update(String(key)).digest('hex'));
    if (who === undefined) throw new UnauthenticatedError('The key is not known.');
    return who;
  };
}
