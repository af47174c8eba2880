import { asRecord } from '../checks/answer.ts';
import { nobody } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';

const MEMBERS = '/api/auth/members';
const ME = '/api/auth/me';
const UNKNOWN = '01890000-0000-7000-8000-000000000000';

/** The owner adds, changes and removes members of his tenant (SP-7.1, 7.2). */
export const memberChecks: CheckGroup = ({ roles, isPublic, account: entity }, check) => {
  const [role] = roles;
  if (isPublic) return;
  if (role === undefined) {
    check('SP-7.1', 'without roles there are no members', async (t) => {
      t.expect(await t.get(await t.owner(), MEMBERS), 404);
    });
    return;
  }
  check('SP-7.1', 'the owner adds a member', async (t) => {
    const owner = await t.owner();
    const account = t.session.accounts.newAccount();
    const answer = t.expect(await t.post(owner, MEMBERS, { ...account, roles: [role] }), 201);
    const { email, password } = account;
    const expected = { id: answer.record['id'], email, roles: [role], tenantId: owner.tenantId };
    t.same(sorted(answer.record), sorted(expected), 'the account');
    const login = t.expect(await t.post(nobody, '/api/auth/login', { email, password }), 200);
    t.same(asRecord(login.record['account'])['id'], answer.record['id'], 'who logs in');
    t.expect(await t.post(owner, MEMBERS, { ...account, roles: [role] }), 409, {
      error: { code: 'duplicate', pointer: '/email' },
    });
    if (entity) {
      const record = await t.read(owner, `/api/${entity.plural}/${String(answer.record['id'])}`);
      t.same(record['id'], answer.record['id'], 'the record of the account');
    }
  });
  check('SP-7.1', 'wrong members are refused', async (t) => {
    const owner = await t.owner();
    const account = t.session.accounts.newAccount();
    for (const wrong of [[], ['owner'], ['no-such-role'], [role, 'owner'], 'x', null, undefined]) {
      const answer = await t.post(owner, MEMBERS, { ...account, roles: wrong });
      t.expect(answer, 422, { type: 'validation-failed' });
    }
    const short = await t.post(owner, MEMBERS, { ...account, password: 'short', roles: [role] });
    t.expect(short, 422, { error: { pointer: '/password' } });
  });
  check('SP-7.1', 'members are listed in pages', async (t) => {
    const owner = await t.owner();
    const member = await t.member(role);
    const found: unknown[] = [];
    let cursor: unknown = '';
    for (let page = 0; page < 50 && typeof cursor === 'string'; page += 1) {
      const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const answer = t.expect(await t.get(owner, `${MEMBERS}?limit=1${more}`), 200);
      t.that(answer.items.length <= 1, 'a page of one has more');
      found.push(...answer.items.map(({ id }) => id));
      cursor = answer.record['nextCursor'];
    }
    t.same(new Set(found).size, found.length, 'accounts listed once');
    for (const { accountId } of [owner, member]) {
      t.that(found.includes(accountId), `${accountId} is not listed`);
    }
    t.that(!found.includes((await t.other()).accountId), 'an account of another tenant is listed');
    t.expect(await t.get(owner, `${MEMBERS}?limit=0`), 400);
    t.expect(await t.get(owner, `${MEMBERS}?nosuch=1`), 400);
  });
  check('SP-7.1', 'members are for the owner only', async (t) => {
    const member = await t.member(role);
    const path = `${MEMBERS}/${member.accountId}`;
    t.expect(await t.get(member, MEMBERS), 403, { type: 'forbidden' });
    t.expect(await t.post(member, MEMBERS, {}), 403);
    t.expect(await t.patch(member, path, { roles: [role] }), 403);
    t.expect(await t.delete(member, path), 403);
    t.expect(await t.delete(member, `${MEMBERS}/${UNKNOWN}`), 403);
  });
  check('SP-7.2', 'roles change at once, removal ends sessions', (t) => changes(t, roles));
  check('SP-7.2', 'the owner stays as he is', async (t) => {
    const owner = await t.owner();
    const path = `${MEMBERS}/${owner.accountId}`;
    t.expect(await t.patch(owner, path, { roles: [role] }), 409, { type: 'conflict' });
    t.expect(await t.delete(owner, path), 409, { type: 'conflict' });
    t.expect(await t.get(owner, ME), 200);
    const other = `${MEMBERS}/${(await t.other()).accountId}`;
    for (const strange of [other, `${MEMBERS}/${UNKNOWN}`, `${MEMBERS}/x`]) {
      t.expect(await t.patch(owner, strange, { roles: [role] }), 404);
      t.expect(await t.delete(owner, strange), 404);
    }
  });
};

async function changes(t: Tester, roles: readonly string[]): Promise<void> {
  const owner = await t.owner();
  const [first = '', second = first] = roles;
  const member = await t.session.accounts.addMember(t, owner, [first]);
  const path = `${MEMBERS}/${member.accountId}`;
  const both = [...new Set([second, first])];
  const changed = t.expect(await t.patch(owner, path, { roles: both }), 200);
  t.same(changed.record['roles'], both.toSorted(), 'roles, sorted');
  t.same((await t.get(member, ME)).record['roles'], both.toSorted(), 'roles of the next request');
  for (const wrong of [[], ['owner'], ['no-such-role']]) {
    t.expect(await t.patch(owner, path, { roles: wrong }), 422);
  }
  const removed = await Promise.all([t.delete(owner, path), t.delete(owner, path)]);
  const statuses = removed.map(({ status }) => status).toSorted((a, b) => a - b);
  t.same(statuses, [204, 404], 'two removals at once');
  t.expect(await t.get(member, ME), 401);
  const { email, password } = member;
  t.expect(await t.post(nobody, '/api/auth/login', { email, password }), 401);
}

function sorted(record: object): unknown {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
