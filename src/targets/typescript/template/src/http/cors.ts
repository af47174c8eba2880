import type { FastifyReply, FastifyRequest } from 'fastify';

const EXPOSED = 'ETag, Location, Idempotency-Replayed, Retry-After, X-Request-Id';
const ALLOWED =
  'Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, traceparent';

/** Allows browsers of the listed origins to read answers, and to send credentials. */
export function setCors(
  origins: ReadonlySet<string>,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (origins.size === 0) return;
  void reply.header('vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !origins.has(origin)) return;
  void reply.headers({
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': EXPOSED,
  });
}

/** Answers a preflight: the methods that a path has are the same for everyone. */
export function answerPreflight(
  origins: ReadonlySet<string>,
  methods: string,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { origin } = request.headers;
  void reply.code(204).header('allow', methods);
  if (origin !== undefined && origins.has(origin)) {
    void reply.headers({
      'access-control-allow-methods': methods,
      'access-control-allow-headers': ALLOWED,
      'access-control-max-age': '600',
    });
  }
  return reply.send();
}
