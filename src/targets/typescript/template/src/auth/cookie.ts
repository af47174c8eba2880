import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';
import { SESSION_SECONDS } from './tokens.ts';

const SESSION = /(?:^|;)\s*session=([^;\s]*)/;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The token of the session cookie. */
export function cookieToken(request: FastifyRequest): string | undefined {
  return SESSION.exec(request.headers.cookie ?? '')?.[1];
}

/** Sets the session cookie; without a token, clears it. */
export function setCookie(request: FastifyRequest, reply: FastifyReply, token?: string): void {
  const age = token === undefined ? 0 : SESSION_SECONDS;
  const secure = request.protocol === 'https' ? '; Secure' : '';
  const attributes = `Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
  void reply.header('set-cookie', `session=${token ?? ''}; ${attributes}`);
}

/**
 * A browser sends the cookie whoever asks it to: a change must come from a page of ours.
 * @throws a problem 403
 */
export function requireOwnOrigin(
  request: FastifyRequest,
  publicUrl: string | undefined,
  allowed: ReadonlySet<string>,
): void {
  if (SAFE.has(request.method)) return;
  const { origin, referer } = request.headers;
  const claimed = origin ?? referer;
  const from = claimed !== undefined && URL.canParse(claimed) ? new URL(claimed).origin : undefined;
  const own = publicUrl ?? `${request.protocol}://${request.host}`;
  const ownOrigin = URL.canParse(own) ? new URL(own).origin : undefined;
  if (from !== undefined && from !== 'null' && (from === ownOrigin || allowed.has(from))) return;
  throw new Problem('forbidden', 'A change with the cookie must come from a page of this service.');
}
