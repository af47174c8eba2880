import { createHmac } from 'node:crypto';
import { nobody } from '../checks/caller.ts';
import type { Caller } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';

const ME = '/api/auth/me';

/** Forged, damaged and replayed tokens, and keys of others (SP-6.3, 6.5, 4.7). */
export const tokenChecks: CheckGroup = ({ isPublic, resources, roles }, check) => {
  if (isPublic) return;
  check('SP-6.5', 'forged and damaged tokens are 401', async (t) => {
    const [owner, other] = [await t.owner(), await t.other()];
    for (const token of forgeries(owner.token ?? '', other.token ?? '')) {
      const caller = { ...nobody, token };
      const answer = await t.get(caller, ME);
      t.expect(answer, token.length > 16_000 ? [401, 431] : 401);
      const cookie = { Cookie: `session=${token}` };
      t.expect(await t.send({ method: 'GET', path: ME, headers: cookie }), [401, 431]);
    }
    t.expect(await t.get(owner, ME), 200);
  });
  check('SP-6.6', 'a token belongs in the header or the cookie', async (t) => {
    const { token = '' } = await t.owner();
    for (const path of [`${ME}?token=${token}`, `${ME}?access_token=${token}`]) {
      t.expect(await t.get(nobody, path), 401);
    }
    for (const value of [token, `Token ${token}`, `Bearer ${token} x`, `Bearer`, 'Bearer ']) {
      t.expect(await t.send({ method: 'GET', path: ME, headers: { Authorization: value } }), 401);
    }
  });
  check('SP-6.3', 'a token that was logged out stays out', async (t) => {
    const { email, password } = await t.other();
    const login = t.expect(await t.post(nobody, '/api/auth/login', { email, password }), 200);
    const caller: Caller = { ...nobody, token: String(login.record['token']) };
    const out = { method: 'POST', path: '/api/auth/logout', caller };
    const answers = await Promise.all([t.send(out), t.send(out), t.send(out)]);
    for (const answer of answers) t.expect(answer, [204, 401]);
    for (let count = 0; count < 5; count += 1) t.expect(await t.get(caller, ME), 401);
  });
  const [role] = roles;
  if (role !== undefined) {
    check('SP-7.2', 'a member who was removed is out at once', async (t) => {
      const owner = await t.owner();
      const member = await t.session.accounts.addMember(t, owner, [role]);
      t.expect(await t.get(member, ME), 200);
      t.expect(await t.delete(owner, `/api/auth/members/${member.accountId}`), 204);
      t.expect(await t.get(member, ME), 401);
      const cookie = { Cookie: `session=${member.token}` };
      t.expect(await t.send({ method: 'GET', path: ME, headers: cookie }), 401);
      const { email, password } = member;
      t.expect(await t.post(nobody, '/api/auth/login', { email, password }), 401);
    });
  }
  const [entity] = resources;
  if (!entity) return;
  check('SP-4.7', "another account's idempotency key is its own", async (t) => {
    const callers = [await t.owner(), await t.other()];
    const headers = { 'Idempotency-Key': `shared-${t.serial()}` };
    const ids: unknown[] = [];
    for (const caller of callers) {
      const body = await t.body(caller, entity);
      const answer = t.expect(await t.post(caller, t.list(entity), body, headers), 201);
      t.same(answer.headers['idempotency-replayed'], undefined, 'Idempotency-Replayed');
      ids.push(answer.record['id']);
    }
    t.same(new Set(ids).size, 2, 'records made by two accounts with one key');
  });
};

/** Tokens that must not be believed, made of real ones. */
function forgeries(mine: string, theirs: string): readonly string[] {
  const [head = '', body = '', signature = ''] = mine.split('.');
  const [, otherBody = ''] = theirs.split('.');
  const header = (json: object) => encode({ typ: 'JWT', ...json });
  const claims = decode(body);
  const expired = encode({ ...claims, exp: 1_000_000_000, iat: 999_999_999 });
  const signed = (first: string, second: string, key: string) =>
    `${first}.${second}.${createHmac('sha256', key).update(`${first}.${second}`).digest('base64url')}`;
  const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
  return [
    ...['none', 'None', 'NONE', ''].map((alg) => `${header({ alg })}.${body}.`),
    `${header({ alg: 'none' })}.${body}.${signature}`,
    `${header({ alg: 'RS256' })}.${body}.${signature}`,
    `${header({ alg: 'HS512' })}.${body}.${signature}`,
    ...['', 'secret', 'changeme', 'x'.repeat(32), 'null', 'undefined', 'jwt-secret'].map((key) =>
      signed(head, body, key),
    ),
    signed(header({ alg: 'HS256', kid: '/dev/null' }), body, ''),
    signed(header({ alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } }), body, '\0'),
    `${head}.${expired}.${signature}`,
    `${head}.${encode({ ...claims, exp: 99_999_999_999 })}.${signature}`,
    `${head}.${otherBody}.${signature}`,
    `${head}.${body}.${flipped}`,
    `${head}.${body}.`,
    `${head}.${body}`,
    `${head}.${body}.${signature}.${signature}`,
    `.${body}.${signature}`,
    `${head}..${signature}`,
    mine.slice(0, -1),
    'e30.e30.e30',
    '..',
    'a'.repeat(8000),
    `${head}.${Buffer.from('['.repeat(2000)).toString('base64url')}.${signature}`,
  ];
}

function encode(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

function decode(text: string): object {
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as object;
}
