import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseUuid } from '../fields/text.ts';
import { notFound } from '../http/problem.ts';
import { queryOf, refuseQuery } from '../http/query.ts';
import { guard, scopeOf, visible } from './access.ts';
import { etagOf, matches } from './etag.ts';
import { List } from './list.ts';
import { toJson } from './records.ts';
import type { Records } from './records.ts';
import type { Row, Store } from './store.ts';

export type ById = { Params: { id: string } };

/** Adds the reading routes of a resource: its list, its records, and the lists of records that refer to one. */
export function addReadRoutes(
  app: FastifyInstance,
  records: Records,
  store: Store,
  pageSize: number,
): void {
  const { path, resource, secrets, incoming } = store.model;
  const { reader } = records.database;
  const list = new List(records, store, pageSize);
  const guarded = { onRequest: guard(resource, 'read') };

  app.get(path, guarded, async (request, reply) =>
    sendJson(reply, await list.page(queryOf(request), request.caller, request.scope)),
  );

  app.get<ById>(`${path}/:id`, guarded, async (request, reply) => {
    refuseQuery(request);
    const row = await store.find(reader, request.caller.tenantId, recordId(request));
    const { record, version } = visible(row, request);
    const etag = etagOf(version);
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    const known = request.headers['if-none-match'];
    if (known !== undefined && matches(known, etag, true)) return reply.code(304).send();
    return sendJson(reply, toJson(record, secrets));
  });

  for (const { model: child, property, path: name } of incoming) {
    const children = new List(records, records.store(child.resource.name), pageSize, property);
    const options = { onRequest: guard(child.resource, 'read') };
    app.get<ById>(`${path}/:id/${name}`, options, async (request, reply) => {
      const { caller, scope } = request;
      const id = recordId(request);
      const parent = await store.find(reader, caller.tenantId, id);
      if (!parent || !mayKnow(store, parent, request)) throw notFound();
      return sendJson(reply, await children.page(queryOf(request), caller, scope, id));
    });
  }
}

/** The id in the path. @throws a problem 404 if it can't be one */
export function recordId(request: FastifyRequest): string {
  const { id } = request.params as { id: string };
  const uuid = parseUuid(id);
  if (uuid === undefined) throw notFound();
  return uuid;
}

export function sendJson(reply: FastifyReply, text: string): FastifyReply {
  return reply.header('content-type', 'application/json; charset=utf-8').send(text);
}

/** Whoever sees only his own records of the parent does not learn of others' by their children. */
function mayKnow({ model }: Store, parent: Row, { caller }: FastifyRequest): boolean {
  return parent.createdBy === caller.accountId || scopeOf(model.resource, 'read', caller) === 'all';
}
