import type { FastifyReply, FastifyRequest } from 'fastify';
import { pathOf } from './paths.ts';

const SECURITY = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** What every answer has, whatever becomes of it. */
export function setHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('x-request-id', request.id).headers(SECURITY);
  if (pathOf(request.raw.url ?? '').startsWith('/api'))
    void reply.header('cache-control', 'no-store');
}
