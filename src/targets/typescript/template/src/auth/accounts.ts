import type { Caller } from '../caller.ts';
import type { Executor, Tx } from '../db/database.ts';
import { prepare } from '../db/prepared.ts';
import type { Statement } from '../db/prepared.ts';
import { Problem } from '../http/problem.ts';
import { createRecord } from '../records/create.ts';
import type { Records, Write } from '../records/records.ts';
import type { Store } from '../records/store.ts';
import { uuidv7 } from '../uuid.ts';
import { accountOf } from './account.ts';
import type { Account, AccountRow } from './account.ts';
import type { NewAccount } from './credentials.ts';
import { SESSION_SECONDS } from './tokens.ts';

/** Accounts and their sessions. Where accounts have a record of a resource, it comes with them. */
export class Accounts {
  readonly records: Records;
  /** The resource whose records are the accounts. */
  readonly store: Store | undefined;
  readonly #callerOf: Statement<
    { readonly session: string; readonly now: string },
    { id: string; tenant_id: string; roles: string }
  >;

  constructor(records: Records) {
    const { db } = records.database;
    this.records = records;
    this.store = [...records.stores].find(({ model }) => model.resource.account);
    this.#callerOf = prepare(({ session, now }) =>
      db
        .selectFrom('_session')
        .innerJoin('_account', '_account.id', '_session.account_id')
        .select(['_account.id', '_account.tenant_id', '_account.roles'])
        .where('_session.id', '=', session)
        .where('_session.expires_at', '>', now),
    );
  }

  /** Who is logged in by a session; looked up for each request, so that new roles and logouts apply at once. */
  async caller(db: Executor, session: string): Promise<Caller | undefined> {
    const [row] = await this.#callerOf(db, { session, now: new Date().toISOString() });
    if (!row) return undefined;
    const roles = JSON.parse(row.roles) as string[];
    return { accountId: row.id, tenantId: row.tenant_id, sessionId: session, roles };
  }

  /** @throws a problem 409 if the e-mail address is taken */
  async add(
    tx: Tx,
    given: NewAccount,
    passwordHash: string,
    now: Date,
    tenant?: string,
  ): Promise<Account> {
    const row: AccountRow = {
      id: uuidv7(now.getTime()),
      tenant_id: tenant ?? uuidv7(now.getTime()),
      email: given.email,
      roles: JSON.stringify(given.roles),
    };
    const added = await tx
      .insertInto('_account')
      .values({ ...row, password_hash: passwordHash, created_at: now.toISOString() })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .execute();
    if (added.length === 0) throw emailTaken();
    const account = accountOf(row);
    if (this.store) {
      const { id: accountId, tenant_id: tenantId } = row;
      const write: Write = {
        tx,
        now,
        caller: { accountId, tenantId, sessionId: '', roles: account.roles },
      };
      const shown = this.#shownOnRecord(this.store, account);
      await createRecord(this.records, this.store, write, given.record, account.id, shown);
    }
    return account;
  }

  /** Starts a session; its id goes into a token. */
  async openSession(tx: Tx, account: Account, now: Date): Promise<string> {
    const id = uuidv7(now.getTime());
    const expires = new Date(now.getTime() + SESSION_SECONDS * 1000).toISOString();
    await tx.deleteFrom('_session').where('expires_at', '<', now.toISOString()).execute();
    await tx
      .insertInto('_session')
      .values({ id, account_id: account.id, expires_at: expires })
      .execute();
    return id;
  }

  /** Changes the roles of an account, and what its record shows of them. */
  async changeRoles(
    { tx, caller, now }: Write,
    account: Account,
    roles: readonly string[],
  ): Promise<Account> {
    await tx
      .updateTable('_account')
      .set({ roles: JSON.stringify(roles) })
      .where('id', '=', account.id)
      .execute();
    const changed = { ...account, roles };
    const row = await this.store?.lock(tx, account.tenantId, account.id);
    if (this.store && row) {
      const shown = this.#shownOnRecord(this.store, changed);
      const record = { ...row.record, ...shown, updatedAt: now.toISOString() };
      await this.store.update(tx, account.tenantId, row, record);
      await this.records.publish({ tx, caller, now }, this.store.model, 'updated', record);
    }
    return changed;
  }

  #shownOnRecord({ model }: Store, { email, roles }: Account): Record<string, unknown> {
    const shown: Record<string, unknown> = {};
    for (const { name, field } of model.columns) {
      if (field.account === 'email') shown[name] = email;
      if (field.account === 'role')
        shown[name] = roles.find((role) => field.parse?.(role) ?? false) ?? null;
    }
    return shown;
  }
}

function emailTaken(): Problem {
  return new Problem('conflict', 'There is an account with this e-mail address already.', {
    errors: [{ pointer: '/email', code: 'duplicate', message: 'is taken' }],
  });
}
