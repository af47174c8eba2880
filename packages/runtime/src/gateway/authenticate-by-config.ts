import type { Principal } from '../component/context.ts';
import { apiKeys } from './api-keys.ts';
import type { Authenticate } from './authenticate.ts';
import { jwt, type JwtConfig } from './jwt.ts';

/** Ways to know a caller, as data. With several, whichever finds its credentials decides. */
export interface AuthConfig {
  readonly jwt?: JwtConfig;
  /** SHA-256 of an API key in hex → who has it. */
  readonly apiKeys?: Readonly<Record<string, Principal>>;
}

/** Makes the ways that a configuration names. @throws when a key is not one */
export function authenticateByConfig({ jwt: tokens, apiKeys: keys }: AuthConfig): Authenticate {
  const ways = [
    ...(tokens === undefined ? [] : [jwt(tokens)]),
    ...(keys === undefined ? [] : [apiKeys(keys)]),
  ];
  return (request) => {
    for (const way of ways) {
      const found = way(request);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
