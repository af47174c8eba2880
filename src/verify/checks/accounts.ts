import type { JsonRecord } from '#rules';
import { exampleRecord } from '#rules';
import type { Answer } from './answer.ts';
import { asRecord } from './answer.ts';
import { nobody } from './caller.ts';
import type { Caller } from './caller.ts';
import type { Session } from './session.ts';
import type { Tester } from './tester.ts';

const PASSWORD = 'correct horse battery';

/** The accounts that checks share: hashing a password is slow on purpose, so there are few. */
export class Accounts {
  readonly #session: Session;
  #count = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  owner(): Promise<Caller> {
    return this.#once('owner', async (t) => {
      const caller = await this.register(t, 'owner');
      if (caller.token !== undefined) this.#session.journal.know(caller.token, 'TOKEN');
      return caller;
    });
  }

  other(): Promise<Caller> {
    return this.#once('other owner', (t) => this.register(t, 'other owner'));
  }

  member(role: string): Promise<Caller> {
    return this.#once(role, async (t) => this.addMember(t, await this.owner(), [role]));
  }

  /** Makes an account that owns a new tenant. */
  async register(t: Tester, name: string): Promise<Caller> {
    if (this.#session.subject.isPublic) return nobody;
    const account = this.newAccount();
    const answer = t.expect(await t.post(nobody, '/api/auth/register', account), 201);
    return { ...this.#caller(name, account, answer), roles: ['owner'] };
  }

  /** Adds a member to an owner's tenant and logs him in. */
  async addMember(t: Tester, owner: Caller, roles: readonly string[]): Promise<Caller> {
    const account = this.newAccount();
    t.expect(await t.post(owner, '/api/auth/members', { ...account, roles }), 201);
    const { email, password } = account;
    const answer = t.expect(await t.post(nobody, '/api/auth/login', { email, password }), 200);
    return { ...this.#caller(roles.join(' and '), account, answer), roles, boss: owner };
  }

  /** What registering takes: e-mail, password, and the fields of the entity that is the account. */
  newAccount(): JsonRecord & { readonly email: string; readonly password: string } {
    this.#count += 1;
    const entity = this.#session.subject.account;
    const setting = {
      serial: this.#count,
      now: Date.now(),
      roles: ['owner'],
      references: () => [],
    };
    const fields = entity ? exampleRecord(entity, setting, { fill: 'required' }) : {};
    return { ...fields, email: `account-${this.#count}@example.com`, password: PASSWORD };
  }

  #caller(name: string, account: { email: string; password: string }, answer: Answer): Caller {
    const { email, password } = account;
    const { id, tenantId } = asRecord(answer.record['account']);
    return {
      name,
      email,
      password,
      token: String(answer.record['token']),
      accountId: String(id),
      tenantId: String(tenantId),
      roles: [],
    };
  }

  #once(key: string, make: (t: Tester) => Promise<Caller>): Promise<Caller> {
    return this.#session.once(`account ${key}`, () => make(this.#session.tester(0)));
  }
}
