import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { AuthConfig } from './authenticate-by-config.ts';
import { jwt } from './jwt.ts';
import { testServers } from './test-gateway.ts';

const servers = testServers();
const secret = 'a secret of more than 32 characters';
const key = new TextEncoder().encode(secret);
const token = (claims: object = {}, algorithm = 'HS256') =>
  new SignJWT({ roles: ['clerk'], ...claims })
    .setProtectedHeader({ alg: algorithm })
    .setSubject('ada')
    .setIssuer('shop')
    .setAudience(['orders', 'bills']);
const hs256 = {
  algorithm: 'HS256',
  key: secret,
  cookie: 'session',
  issuer: 'shop',
  audience: 'orders',
} as const;

async function start(
  auth: AuthConfig,
  mode: 'required' | 'optional' = 'required',
  roles?: string[],
) {
  const one = await servers.upstream('one');
  const route = { versions: { a: one }, auth: { mode, ...(roles && { roles }) } };
  const { url, ends } = await servers.gateway({ auth, services: { orders: route } });
  const ask = async (headers: Record<string, string>, method = 'GET') =>
    (await fetch(`${url}/orders`, { method, headers })).status;
  return { one, url, ask, ends };
}
const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

describe('tokens', () => {
  it('made by others hold, in every algorithm; the upstream learns whose they are', async () => {
    for (const algorithm of ['RS256', 'ES256', 'EdDSA'] as const) {
      const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
      const { ask, one } = await start({ jwt: { algorithm, key: await exportSPKI(publicKey) } });
      const signed = await token({}, algorithm).setExpirationTime('1h').sign(privateKey);
      assert.equal(await ask(bearer(signed)), 200, algorithm);
      assert.equal(await ask(bearer(`${signed.slice(0, -4)}AAAA`)), 401);
      assert.deepEqual(
        [one.seen[0]?.headers['x-principal-id'], one.seen[0]?.headers['x-principal-roles']],
        ['ada', 'clerk'],
      );
    }
  });

  it('that are wrong in any way do not hold', async () => {
    const { ask, one } = await start({ jwt: hs256 });
    const good = await token().setExpirationTime('1h').sign(key);
    const [head = '', body = '', signature = ''] = good.split('.');
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { publicKey } = await generateKeyPair('RS256', { extractable: true });
    // Signed rightly, but its head says otherwise.
    const other = `${encode({ alg: 'HS512' })}.${body}`;
    const wrong = [
      `${other}.${createHmac('sha256', secret).update(other).digest('base64url')}`,
      '',
      'nonsense',
      `${head}.${body}.`,
      `${encode({ alg: 'none' })}.${body}.`,
      `${encode({ alg: 'HS512' })}.${body}.${signature}`,
      `${head}.${encode({ sub: 'root', exp: 9e9 })}.${signature}`,
      await token().setExpirationTime('-1s').sign(key),
      await token().sign(key),
      await token({ nbf: 9e9 }).setExpirationTime('1h').sign(key),
      await token().setIssuer('other').setExpirationTime('1h').sign(key),
      await token().setAudience('other').setExpirationTime('1h').sign(key),
      await token()
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(await exportSPKI(publicKey))),
      `${good}.x`,
      'a'.repeat(9000),
    ];
    for (const each of wrong) assert.equal(await ask(bearer(each)), 401, each);
    assert.equal(await ask({}), 401);
    assert.equal(one.seen.length, 0);
    assert.equal(await ask(bearer(good)), 200);
  });

  it('expire while they are remembered', async () => {
    let now = 1_000_000;
    const way = jwt({ algorithm: 'HS256', key: secret }, () => now);
    const signed = await token().setExpirationTime(1_000_010).sign(key);
    const request = { headers: bearer(signed) };
    assert.deepEqual(way(request), { id: 'ada', roles: ['clerk'] });
    now += 10;
    assert.throws(() => way(request), { code: 'unauthenticated' });
  });

  it('in cookies hold for what reads; to change something needs the own origin', async () => {
    const { ask, url } = await start({ jwt: hs256 });
    const cookie = `x=1; session=${await token().setExpirationTime('1h').sign(key)}`;
    const host = new URL(url).host;
    assert.deepEqual(
      [
        await ask({ cookie }),
        await ask({ cookie }, 'POST'),
        await ask({ cookie, origin: 'https://evil.example' }, 'DELETE'),
        await ask({ cookie, origin: 'null' }, 'DELETE'),
        await ask({ cookie, origin: `http://${host}` }, 'POST'),
        await ask({ cookie: 'session=nonsense' }),
      ],
      [200, 403, 403, 403, 200, 401],
    );
  });
});

describe('a service with known callers', () => {
  it('knows keys, and wants roles', async () => {
    const hash = createHash('sha256').update('my-key').digest('hex');
    const auth = { jwt: hs256, apiKeys: { [hash]: { id: 'robot', roles: ['robot'] } } };
    const { ask, one, ends } = await start(auth, 'required', ['robot', 'boss']);
    const clerk = await token().setExpirationTime('1h').sign(key);
    const boss = await token({ roles: 'boss' }).setExpirationTime('1h').sign(key);
    assert.deepEqual(
      [
        await ask({ 'x-api-key': 'my-key' }),
        await ask({ 'x-api-key': 'other' }),
        await ask(bearer(clerk)),
        await ask(bearer(boss)),
      ],
      [200, 401, 403, 200],
    );
    assert.deepEqual(
      one.seen.map(({ headers }) => headers['x-principal-id']),
      ['robot', 'ada'],
    );
    assert.deepEqual(
      ends.map(({ outcome }) => outcome),
      ['ok', 'refused', 'refused', 'ok'],
    );
  });

  it('may let in strangers, but none who lie', async () => {
    const { ask } = await start({ jwt: hs256 }, 'optional');
    assert.deepEqual([await ask({}), await ask(bearer('nonsense'))], [200, 401]);
  });

  it('can have a way of its own to know them, and waits for it', async () => {
    const one = await servers.upstream('one');
    const { url } = await servers.gateway(
      { services: { orders: { versions: { a: one }, auth: { mode: 'required' } } } },
      {
        authenticate: async ({ headers }) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          return headers['x-who'] === undefined ? undefined : { id: 'Ada Müller', roles: [] };
        },
      },
    );
    const init = { method: 'POST', body: 'text' };
    assert.equal((await fetch(`${url}/orders`, init)).status, 401);
    assert.equal(
      (await fetch(`${url}/orders`, { ...init, headers: { 'x-who': 'me' } })).status,
      200,
    );
    assert.equal(one.seen[0]?.headers['x-principal-id'], 'Ada%20M%C3%BCller');
  });
});
