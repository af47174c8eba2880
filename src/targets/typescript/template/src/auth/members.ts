import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Tx } from '../db/database.ts';
import { bodyOf } from '../http/body.ts';
import { invalidParameter, notFound, Problem } from '../http/problem.ts';
import { queryOf, refuseQuery } from '../http/query.ts';
import { readLimit } from '../records/list-query.ts';
import { recordId } from '../records/read-routes.ts';
import type { ById } from '../records/read-routes.ts';
import { removeRecord } from '../records/remove.ts';
import { withConflicts } from '../records/conflicts.ts';
import { accountOf } from './account.ts';
import type { Account } from './account.ts';
import type { Accounts } from './accounts.ts';
import { readNewAccount, readRoleChange } from './credentials.ts';
import { hashPassword } from './passwords.ts';

/** Adds the routes by which the owner manages the accounts of his tenant. */
export function addMemberRoutes(
  app: FastifyInstance,
  accounts: Accounts,
  roles: readonly string[],
  pageSize: number,
): void {
  const { records, store } = accounts;
  const { cursors, database } = records;
  const ownerOnly = { onRequest: requireOwner };

  app.post('/api/auth/members', ownerOnly, async (request, reply) => {
    refuseQuery(request);
    const now = new Date();
    const given = readNewAccount(bodyOf(request), store?.model, now, roles);
    const passwordHash = await hashPassword(given.password);
    const { tenantId } = request.caller;
    const account = await database.write((tx) =>
      accounts.add(tx, given, passwordHash, now, tenantId),
    );
    void reply.code(201);
    return account;
  });

  app.get('/api/auth/members', ownerOnly, async (request) => {
    const query = queryOf(request);
    for (const name of query.keys()) {
      if (name !== 'limit' && name !== 'cursor') throw invalidParameter(name, 'is not known');
    }
    const limit = readLimit(query, pageSize);
    const cursor = query.get('cursor');
    const after = cursor === undefined ? undefined : cursors.decode(cursor, 'members')[0];
    const rows = await database.db
      .selectFrom('_account')
      .selectAll()
      .where('tenant_id', '=', request.caller.tenantId)
      .$if(after !== undefined, (select) => select.where('id', '>', String(after)))
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    const items = rows.slice(0, limit).map(accountOf);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? cursors.encode([last.id], 'members') : null };
  });

  app.patch<ById>('/api/auth/members/:id', ownerOnly, async (request) => {
    refuseQuery(request);
    const changed = readRoleChange(bodyOf(request), roles);
    return database.write(async (tx) => {
      const account = await lockMember(tx, request);
      const write = { tx, caller: request.caller, now: new Date() };
      return accounts.changeRoles(write, account, changed);
    });
  });

  app.delete<ById>('/api/auth/members/:id', ownerOnly, async (request, reply) => {
    refuseQuery(request);
    const remove = (tx: Tx) => removeMember(tx, request);
    await (store
      ? withConflicts(database, store.model, 'delete', () => database.write(remove))
      : database.write(remove));
    return reply.code(204).send();
  });

  async function removeMember(tx: Tx, request: FastifyRequest): Promise<void> {
    const { caller } = request;
    const account = await lockMember(tx, request);
    const row = await store?.lock(tx, caller.tenantId, account.id);
    if (store && row) await removeRecord(records, store, { tx, caller, now: new Date() }, row);
    await tx.deleteFrom('_session').where('account_id', '=', account.id).execute();
    await tx.deleteFrom('_account').where('id', '=', account.id).execute();
  }

  /** The member in the path, locked. @throws a problem 409 for the owner himself */
  async function lockMember(tx: Tx, request: FastifyRequest): Promise<Account> {
    const query = tx
      .selectFrom('_account')
      .selectAll()
      .where('id', '=', recordId(request))
      .where('tenant_id', '=', request.caller.tenantId);
    const row = await (
      database.dialect === 'postgres' ? query.forUpdate() : query
    ).executeTakeFirst();
    if (!row) throw notFound();
    const account = accountOf(row);
    if (account.roles.includes('owner')) {
      throw new Problem('conflict', 'The owner can be neither changed nor removed.');
    }
    return account;
  }
}

/** @throws a problem 403 */
async function requireOwner(request: FastifyRequest): Promise<void> {
  if (!request.caller.roles.includes('owner'))
    throw new Problem('forbidden', 'Only the owner may do this.');
}
