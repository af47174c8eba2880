import { nobody } from '../checks/caller.ts';
import type { Caller } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';
import type { CheckRequest, Tester } from '../checks/tester.ts';

const ME = '/api/auth/me';

/** Tokens, cookies, origins and logging out (SP-6.3, 6.6, 6.7). */
export const sessionChecks: CheckGroup = ({ isPublic, resources }, check) => {
  if (isPublic) return;
  check('SP-6.3', 'logging out ends the session', async (t) => {
    const first = await login(t, await t.other());
    const second = await login(t, await t.other());
    const answer = t.expect(
      await t.send({ method: 'POST', path: '/api/auth/logout', caller: first }),
      204,
    );
    const cookie = answer.headers['set-cookie'] ?? '';
    // A browser forgets the cookie of the same name and path whose time is over; an empty one it keeps.
    const isOver = /;\s*Max-Age=0(;|$)|;\s*Expires=Thu, 01 Jan 1970/i.test(cookie);
    t.that(
      isOver && cookie.startsWith('session=') && /;\s*Path=\/(;|$)/i.test(cookie),
      `the cookie stays: ${cookie}`,
    );
    t.expect(await t.get(first, ME), 401, { type: 'unauthenticated' });
    t.expect(await t.send({ method: 'GET', path: ME, headers: cookieOf(first) }), 401);
    t.expect(await t.send({ method: 'POST', path: '/api/auth/logout', caller: first }), 401);
    t.expect(await t.get(second, ME), 200);
  });
  check('SP-6.6', 'the cookie is safe and works', async (t) => {
    const { email, password } = await t.other();
    const answer = await t.post(nobody, '/api/auth/login', { email, password });
    const cookie = answer.headers['set-cookie'] ?? '';
    for (const part of [/^session=[^;]+/, /HttpOnly/i, /SameSite=Lax/i, /Path=\/(;|$)/i]) {
      t.that(
        part.test(cookie),
        `the cookie lacks ${part.source}: ${cookie.replace(/=[^;]+/, '=…')}`,
      );
    }
    t.that(
      !/;\s*Secure/i.test(cookie),
      'the cookie is Secure on plain HTTP: no browser sends it back',
    );
    const value = /^session=([^;]+)/.exec(cookie)?.[1] ?? '';
    t.expect(
      await t.send({ method: 'GET', path: ME, headers: { Cookie: `a=b; session=${value}` } }),
      200,
    );
    t.expect(await t.send({ method: 'GET', path: ME, headers: { Cookie: 'session=x' } }), 401);
  });
  check('SP-6.6', 'a bearer token wins over a cookie', async (t) => {
    const [owner, other] = [await t.owner(), await t.other()];
    const mixed = t.expect(await t.get(owner, ME, cookieOf(other)), 200);
    t.same(mixed.record['id'], owner.accountId, 'who is logged in');
    const headers = { ...cookieOf(other), Authorization: 'Bearer x' };
    t.expect(await t.send({ method: 'GET', path: ME, headers }), 401);
  });
  check('SP-6.7', 'a change by cookie needs an origin of ours', async (t) => {
    const [entity] = resources;
    if (!entity) return;
    const owner = await t.owner();
    const { path, record } = await t.removable(owner, entity);
    const body = await t.body(owner, entity);
    const origin = new URL(t.session.options.url).origin;
    const writes: readonly CheckRequest[] = [
      { method: 'POST', path: t.list(entity), body },
      { method: 'PATCH', path, body: {} },
      { method: 'PUT', path, body },
      { method: 'DELETE', path },
    ];
    const strange = [
      {},
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Host: 'shop.example', Origin: 'http://shop.example.evil.example' },
      { Referer: 'https://evil.example/page' },
      { Origin: 'https://evil.example', Referer: `${origin}/` },
    ];
    for (const extra of strange) {
      for (const write of writes) await byCookie(t, owner, write, extra, [403]);
    }
    t.same(await t.read(owner, path), record, 'the record after refused changes');
    const patch = { method: 'PATCH', path, body: {} };
    for (const extra of [{ Origin: origin }, { Referer: `${origin}/docs` }]) {
      await byCookie(t, owner, patch, extra, [200]);
    }
    await byCookie(t, owner, { method: 'GET', path }, {}, [200]);
    t.expect(await t.patch(owner, path, {}, { Origin: 'https://evil.example' }), 200);
  });
};

/** A new session of the same account. */
async function login(t: Tester, { email, password, ...rest }: Caller): Promise<Caller> {
  const answer = t.expect(await t.post(nobody, '/api/auth/login', { email, password }), 200);
  return { ...rest, email, password, token: String(answer.record['token']) };
}

function cookieOf({ token }: Caller) {
  return { Cookie: `session=${token}` };
}

async function byCookie(
  t: Tester,
  owner: Caller,
  request: CheckRequest,
  extra: Readonly<Record<string, string>>,
  expected: readonly number[],
): Promise<void> {
  const type = request.body === undefined ? {} : { 'Content-Type': 'application/json' };
  const headers = { ...type, ...cookieOf(owner), ...extra };
  t.expect(await t.send({ ...request, headers }), expected);
}
