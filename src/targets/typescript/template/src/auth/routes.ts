import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyOf } from '../http/body.ts';
import { refuseQuery } from '../http/query.ts';
import { accountOf } from './account.ts';
import type { Account } from './account.ts';
import type { Accounts } from './accounts.ts';
import { unauthenticated } from './authenticate.ts';
import { setCookie } from './cookie.ts';
import { readLogin, readNewAccount } from './credentials.ts';
import { countAttempt, forgetFailures } from './failures.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import type { Tokens } from './tokens.ts';

/** Adds the routes that need no account: register and log in. */
export function addEntryRoutes(app: FastifyInstance, accounts: Accounts, tokens: Tokens): void {
  const { database } = accounts.records;

  app.post('/api/auth/register', async (request, reply) => {
    refuseQuery(request);
    const now = new Date();
    const given = readNewAccount(bodyOf(request), accounts.store?.model, now);
    const passwordHash = await hashPassword(given.password);
    const signedIn = await database.write(async (tx) => {
      const account = await accounts.add(tx, given, passwordHash, now);
      return { account, session: await accounts.openSession(tx, account, now) };
    });
    return signIn(request, reply.code(201), tokens, signedIn.account, signedIn.session, now);
  });

  app.post('/api/auth/login', async (request, reply) => {
    refuseQuery(request);
    const now = new Date();
    const { email, password } = readLogin(bodyOf(request));
    await countAttempt(database, email, now);
    const row = await database.db
      .selectFrom('_account')
      .selectAll()
      .where('email', '=', email)
      .executeTakeFirst();
    const right = await verifyPassword(row?.password_hash, password);
    if (!row || !right) throw unauthenticated('The e-mail address or the password is wrong.');
    await forgetFailures(database, email);
    const account = accountOf(row);
    const session = await database.write((tx) => accounts.openSession(tx, account, now));
    return signIn(request, reply, tokens, account, session, now);
  });
}

/** Adds the routes of whoever is logged in. */
export function addSessionRoutes(app: FastifyInstance, accounts: Accounts): void {
  const { db } = accounts.records.database;

  app.post('/api/auth/logout', async (request, reply) => {
    refuseQuery(request);
    await db.deleteFrom('_session').where('id', '=', request.caller.sessionId).execute();
    setCookie(request, reply);
    return reply.code(204).send();
  });

  app.get('/api/auth/me', async (request): Promise<Account> => {
    refuseQuery(request);
    const { accountId } = request.caller;
    const row = await db
      .selectFrom('_account')
      .selectAll()
      .where('id', '=', accountId)
      .executeTakeFirst();
    if (!row) throw unauthenticated();
    return accountOf(row);
  });
}

async function signIn(
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: Tokens,
  account: Account,
  session: string,
  now: Date,
): Promise<{ account: Account; token: string }> {
  const token = await tokens.sign(session, account.id, Math.floor(now.getTime() / 1000));
  setCookie(request, reply, token);
  return { account, token };
}
