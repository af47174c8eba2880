import type { FastifyInstance } from 'fastify';
import { invalidParameter, Problem } from '../http/problem.ts';
import { queryOf } from '../http/query.ts';
import type { Cursors, Position } from '../records/cursor.ts';
import { readLimit } from '../records/list-query.ts';
import { sendJson } from '../records/read-routes.ts';
import type { Outbox } from './outbox.ts';

const PAGE_SIZE = 100;
/** Before all events. */
const START: Position = ['0', '0'];

/** Adds the list of events, oldest first. Its cursor never ends, so that a reader can poll. */
export function addEventRoutes(app: FastifyInstance, outbox: Outbox, cursors: Cursors): void {
  app.get('/events', async (request, reply) => {
    const { caller } = request;
    if (!caller.roles.includes('owner')) {
      throw new Problem('forbidden', 'Only the owner may read the events.');
    }
    const query = queryOf(request);
    for (const name of query.keys()) {
      if (name !== 'limit' && name !== 'cursor') throw invalidParameter(name, 'is not known');
    }
    const limit = readLimit(query, PAGE_SIZE);
    const cursor = query.get('cursor');
    const after = cursor === undefined ? START : cursors.decode(cursor, 'events');
    const events = await outbox.read(caller.tenantId, after, limit);
    const next = cursors.encode(events.at(-1)?.position ?? after, 'events');
    const items = events.map(({ json }) => json).join(',');
    return sendJson(reply, `{"items":[${items}],"nextCursor":${JSON.stringify(next)}}`);
  });
}
