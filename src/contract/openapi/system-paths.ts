import type { Operation, PathItem, Response, Schema } from './document.ts';
import { header } from './headers.ts';
import { answer } from './operation.ts';
import type { PathContext } from './operation.ts';
import { alwaysPossible, problemResponses } from './problems.ts';
import { shared } from './shared-parameters.ts';

/** Events, health, metrics and the contract itself (SP-11, SP-13). */
export function systemPaths(context: PathContext): Record<string, PathItem> {
  const { operations, schemas, tags } = context.names;
  const accounts = context.service.access === 'accounts';
  const listEvents: Operation = {
    operationId: operations.events,
    summary: 'List events',
    description: `What was written, oldest first; \`nextCursor\` stays usable, so that a reader can poll.${accounts ? ' For the owner of the tenant.' : ''}`,
    tags: [tags.events],
    parameters: [shared('limit'), shared('cursor')],
    responses: {
      200: answer('A page of events.', schemas.eventPage),
      ...problemResponses([...alwaysPossible, ...(accounts ? ([401, 403] as const) : [])]),
    },
  };
  const open = (operationId: string, summary: string, success: Response): PathItem => ({
    get: {
      operationId,
      summary,
      tags: [tags.operation],
      ...(accounts ? { security: [] } : {}),
      responses: { 200: success, ...problemResponses(alwaysPossible) },
    },
  });
  return {
    '/events': { get: listEvents },
    '/health/live': open(
      operations.live,
      'Is the process alive?',
      answer('The process runs.', schemas.health),
    ),
    '/health/ready': open(
      operations.ready,
      'Can it serve requests?',
      answer('The database answers and migrations are done.', schemas.health),
    ),
    '/metrics': open(
      operations.metrics,
      'Prometheus metrics',
      text('Metrics in the Prometheus text format.', 'text/plain', { type: 'string' }, '# EOF\n'),
    ),
    '/openapi.json': open(
      operations.openapi,
      'This contract',
      text('The contract.', 'application/json', { type: 'object' }, { openapi: '3.1.0' }),
    ),
    '/docs': open(
      operations.docs,
      'This contract, to read in a browser',
      text('A page.', 'text/html', { type: 'string' }, '<!doctype html>'),
    ),
  };
}

function text(description: string, type: string, schema: Schema, example: unknown): Response {
  return {
    description,
    headers: header('X-Request-Id', 'RequestId'),
    content: { [type]: { schema, example } },
  };
}
