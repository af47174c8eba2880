import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { property } from '../db/database.ts';
import type { Database } from '../db/database.ts';
import { notJson } from './body.ts';
import { notFound, Problem } from './problem.ts';

/** How a request fails: with a problem document. */
export type Fail = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Faults of the service itself are logged in full, and answered without a word of it. */
export function failures(database: Database, log: Logger): Fail {
  return (error, request, reply) => {
    const problem = problemOf(error, database);
    if (problem.status >= 500) {
      log.error({ err: error, requestId: request.id, traceId: request.trace?.traceId }, 'failed');
    }
    // A body that was not read to its end would be taken for the next request.
    if (problem.status === 413) void reply.header('connection', 'close');
    return reply
      .code(problem.status)
      .headers(problem.headers)
      .header('cache-control', 'no-store')
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(problem));
  };
}

function problemOf(error: unknown, database: Database): Problem {
  if (error instanceof Problem) return error;
  if (database.unavailable(error)) {
    return new Problem('unavailable', 'The database does not answer.', {
      headers: { 'retry-after': '1' },
    });
  }
  switch (property(error, 'code')) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('too-large', 'The body is larger than the service reads.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return notJson();
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return notFound();
  }
  const status = property(error, 'statusCode');
  return typeof status === 'number' && status >= 400 && status < 500
    ? new Problem('malformed-request', 'The request can not be read.')
    : new Problem('internal', 'Something went wrong; it has been logged.');
}
