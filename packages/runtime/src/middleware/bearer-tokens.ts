import { createHash } from 'node:crypto';
import type { Call } from '../component/call.ts';
import type { Principal } from '../component/context.ts';

/**
 * Knows callers by fixed bearer tokens, for `auth`. Tokens are kept and looked up as SHA-256, so that the
 * time of a look-up tells nothing about them.
 */
export function bearerTokens(
  tokens: Readonly<Record<string, Principal>>,
): (call: Call) => Principal | undefined {
  const known = new Map(Object.entries(tokens).map(([token, who]) => [digest(token), who]));
  return ({ headers }) => {
    const header = headers['authorization'];
    if (header === undefined || header.length > 4096 || !/^bearer /i.test(header)) return undefined;
    return known.get(digest(header.slice('bearer '.length)));
  };
}

const digest = (token: string) => createHash('sha256').update(token).digest('base64');
