import type { FastifyRequest } from 'fastify';
import type { Authenticate } from '../caller.ts';
import type { Config } from '../config.ts';
import { Problem } from '../http/problem.ts';
import type { Accounts } from './accounts.ts';
import { cookieToken, requireOwnOrigin } from './cookie.ts';
import type { Tokens } from './tokens.ts';

/** Finds out who sends a request: by its bearer token, else by its cookie. */
export function authenticator(accounts: Accounts, tokens: Tokens, config: Config): Authenticate {
  const { reader } = accounts.records.database;
  return async (request) => {
    const bearer = bearerToken(request);
    const token = bearer ?? cookieToken(request);
    const session = token === undefined ? undefined : await tokens.session(token);
    const caller = session === undefined ? undefined : await accounts.caller(reader, session);
    if (!caller) throw unauthenticated();
    if (bearer === undefined) requireOwnOrigin(request, config.publicUrl, config.corsOrigins);
    return caller;
  };
}

/** The same whatever is missing or wrong. */
export function unauthenticated(detail = 'Log in first.'): Problem {
  return new Problem('unauthenticated', detail, { headers: { 'www-authenticate': 'Bearer' } });
}

function bearerToken(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers;
  if (authorization === undefined) return undefined;
  // Any other scheme is no token of ours, and no reason to fall back on the cookie.
  return /^bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
}
