import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { RuntimeError } from '../errors/runtime-error.ts';

/** An error of the gateway itself, or one of a component; what it says reaches the caller. */
export const problem = (
  status: number,
  code: string,
  message: string,
  data: Readonly<Record<string, unknown>> = {},
): RuntimeError => new RuntimeError(code, message, { status, data });

/**
 * Answers with an error as RFC 9457 problem details. Of errors that are none of the runtime only that there was
 * one: their messages are nobody else's business. Nothing happens when the answer has begun already.
 */
export function sendProblem(response: ServerResponse, error: unknown, requestId: string): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const known = error instanceof RuntimeError;
  const status = known ? error.status : 500;
  const body = JSON.stringify({
    type: 'about:blank',
    title: known ? error.message : 'The service failed.',
    status,
    code: known ? error.code : 'internal',
    requestId,
    ...(known && Array.isArray(error.data['issues']) && { errors: error.data['issues'] }),
  });
  const retryAfterMs = known ? error.data['retryAfterMs'] : undefined;
  const headers: OutgoingHttpHeaders = {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'x-request-id': requestId,
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...((status === 503 || status === 429) && {
      'retry-after': String(Math.max(1, Math.ceil(Number(retryAfterMs ?? 1000) / 1000))),
    }),
    // The rest of a body that nobody wants would have to be read before the next request.
    ...(!response.req.complete && { connection: 'close' }),
  };
  response.writeHead(status, headers);
  response.end(body);
}
