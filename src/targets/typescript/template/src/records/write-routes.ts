import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../caller.ts';
import type { Tx } from '../db/database.ts';
import { bodyOf } from '../http/body.ts';
import { Problem } from '../http/problem.ts';
import { refuseQuery } from '../http/query.ts';
import { guard, visible } from './access.ts';
import { readPatch, readWhole } from './body.ts';
import type { Body } from './body.ts';
import { changeRecord } from './change.ts';
import { withConflicts } from './conflicts.ts';
import { createRecord } from './create.ts';
import { etagOf, requireMatch } from './etag.ts';
import { idempotencyKey, once } from './idempotency.ts';
import type { Answer } from './idempotency.ts';
import { recordId } from './read-routes.ts';
import type { ById } from './read-routes.ts';
import type { Records } from './records.ts';
import { removeRecord } from './remove.ts';
import type { StoredRecord } from './resource.ts';
import type { Row, Store } from './store.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Adds the writing routes of a resource. Accounts are made and removed elsewhere. */
export function addWriteRoutes(app: FastifyInstance, records: Records, store: Store): void {
  const { path, resource } = store.model;

  if (!resource.account) {
    app.post(path, { onRequest: guard(resource, 'create') }, async (request, reply) => {
      refuseQuery(request);
      const answer = await create(records, store, request);
      return reply.code(answer.status).headers(answer.headers).send(answer.body);
    });

    app.delete<ById>(
      `${path}/:id`,
      { onRequest: guard(resource, 'delete') },
      async (request, reply) => {
        refuseQuery(request);
        await withConflicts(records.database, store.model, 'delete', () =>
          records.database.write(async (tx) => {
            const row = await lockForWrite(store, tx, request);
            await removeRecord(
              records,
              store,
              { tx, caller: request.caller, now: new Date() },
              row,
            );
          }),
        );
        return reply.code(204).send();
      },
    );
  }

  const change =
    (read: (given: unknown, before: StoredRecord, now: Date) => Body) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      refuseQuery(request);
      const given = bodyOf(request);
      const { row, json } = await records.database.write(async (tx) => {
        const now = new Date();
        const before = await lockForWrite(store, tx, request);
        const body = read(given, before.record, now);
        return changeRecord(records, store, { tx, caller: request.caller, now }, before, body);
      });
      return reply
        .header('etag', etagOf(row.version))
        .header('cache-control', 'private, no-cache')
        .header('content-type', JSON_TYPE)
        .send(json);
    };
  const options = { onRequest: guard(resource, 'update') };
  app.put<ById>(
    `${path}/:id`,
    options,
    change((given, _before, now) => readWhole(store.model, given, now)),
  );
  app.patch<ById>(
    `${path}/:id`,
    options,
    change((given, before, now) => readPatch(store.model, given, before, now)),
  );
}

async function create(records: Records, store: Store, request: FastifyRequest): Promise<Answer> {
  const { model } = store;
  const { caller } = request;
  const body = bodyOf(request);
  const now = new Date();
  const key = idempotencyKey(request.headers['idempotency-key']);
  const work = async (tx: Tx): Promise<Answer> => {
    const values = readWhole(model, body, now);
    const { row, json } = await createRecord(records, store, { tx, caller, now }, values);
    return {
      status: 201,
      headers: {
        location: `${model.path}/${row.record.id}`,
        etag: etagOf(row.version),
        'cache-control': 'private, no-cache',
        'content-type': JSON_TYPE,
      },
      body: json,
    };
  };
  if (key === undefined) return records.database.write(work);
  return once(records.database, { key, caller, path: model.path, body, now }, work);
}

/** The record to write, if the caller may and it is what he thinks it is. */
async function lockForWrite(store: Store, tx: Tx, request: FastifyRequest): Promise<Row> {
  const { caller, headers } = request;
  const row = visible(await store.lock(tx, caller.tenantId, recordId(request)), request);
  if (store.model.resource.account && !mayChangeAccount(store, row, caller)) {
    throw new Problem('forbidden', 'Only the owner may change the records of others.');
  }
  requireMatch(headers['if-match'], row.version);
  return row;
}

/** Unless a permission says otherwise, a member may change his own record only. */
function mayChangeAccount({ model }: Store, { record }: Row, caller: Caller): boolean {
  if (caller.roles.includes('owner') || record.id === caller.accountId) return true;
  return model.resource.access?.update !== undefined;
}
