import type { FastifyReply, FastifyRequest } from 'fastify';

const CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** What every answer has, whatever becomes of it. */
export function setHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({
    'x-request-id': request.id,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'content-security-policy': CONTENT_POLICY,
  });
  if (request.raw.url?.startsWith('/api')) void reply.header('cache-control', 'no-store');
}
