import { nobody } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';

/** The origin that the gate allows when it starts the service. */
export const ALLOWED_ORIGIN = 'https://app.example';

/** Headers of every answer, CORS, and bounds on what is sent (SP-12.2 to 12.4). */
export const headerChecks: CheckGroup = ({ resources }, check) => {
  const [entity] = resources;
  if (!entity) return;
  check('SP-12.3', 'answers have their headers', async (t) => {
    const caller = await t.owner();
    const { path } = await t.create(caller, entity);
    // The tester looks at the headers of every answer; here are the ones that differ from place to place.
    const list = t.expect(await t.get(caller, t.list(entity)), 200);
    t.that(/no-store/.test(list.headers['cache-control'] ?? ''), 'a list may be stored');
    const one = t.expect(await t.get(caller, path), 200);
    const caching = one.headers['cache-control'] ?? '';
    t.that(/private/.test(caching) && /no-cache/.test(caching), `with an ETag: ${caching}`);
    const policy = list.headers['content-security-policy'] ?? '';
    t.that(/default-src 'none'/.test(policy) && /frame-ancestors 'none'/.test(policy), policy);
    const ids = [list, one].map(({ headers }) => headers['x-request-id']);
    t.same(new Set(ids).size, 2, 'different X-Request-Id');
    for (const header of ['server', 'x-powered-by']) {
      t.same(list.headers[header], undefined, header);
    }
  });
  check('SP-12.4', 'CORS is for the allowed origin only', (t) => cors(t, t.list(entity)));
  check('SP-12.2', 'a body over the limit is 413', async (t) => {
    const caller = await t.owner();
    const body = await t.body(caller, entity);
    const under = { ...body, filler: 'x'.repeat(1_000_000) };
    t.expect(await t.post(caller, t.list(entity), under), 422);
    const over = { ...body, filler: 'x'.repeat(1_048_576) };
    t.expect(await t.post(caller, t.list(entity), over), 413, { type: 'too-large' });
    t.expect(await t.post(caller, t.list(entity), body), 201);
  });
  check('SP-12.2', 'headers and queries are bounded', async (t) => {
    const caller = await t.owner();
    const huge = await t.get(caller, t.list(entity), { 'X-Filler': 'x'.repeat(70_000) });
    t.expect(huge, 431);
    const long = await t.get(caller, `${t.list(entity)}?q=${'x'.repeat(60_000)}`);
    t.expect(long, [400, 414, 431]);
    t.expect(await t.get(caller, t.list(entity)), 200);
  });
};

async function cors(t: Tester, path: string): Promise<void> {
  const caller = await t.owner();
  const preflight = (origin: string) =>
    t.send({
      method: 'OPTIONS',
      path,
      caller: nobody,
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,authorization',
      },
    });
  const strange = [
    'https://evil.example',
    `${ALLOWED_ORIGIN}.evil.example`,
    'null',
    'http://app.example',
  ];
  for (const origin of strange) {
    for (const answer of [await preflight(origin), await t.get(caller, path, { Origin: origin })]) {
      const allowed = answer.headers['access-control-allow-origin'];
      t.same(allowed, undefined, `Access-Control-Allow-Origin for ${origin}`);
    }
  }
  // Only who starts the service himself knows which origin is allowed.
  if (!t.session.options.start) return;
  const answer = t.expect(await preflight(ALLOWED_ORIGIN), [200, 204]);
  t.same(answer.headers['access-control-allow-origin'], ALLOWED_ORIGIN, 'the allowed origin');
  t.same(answer.headers['access-control-allow-credentials'], 'true', 'credentials');
  t.that(/POST/.test(answer.headers['access-control-allow-methods'] ?? ''), 'POST is not allowed');
  const headers = answer.headers['access-control-allow-headers'] ?? '';
  t.that(/content-type/i.test(headers) && /authorization/i.test(headers), `headers: ${headers}`);
  const get = t.expect(await t.get(caller, path, { Origin: ALLOWED_ORIGIN }), 200);
  t.same(get.headers['access-control-allow-origin'], ALLOWED_ORIGIN, 'the origin of a GET');
  t.that(/origin/i.test(get.headers['vary'] ?? ''), 'Vary does not name Origin');
  const unreadable = t.expect(await t.get(caller, '/api/%zz', { Origin: ALLOWED_ORIGIN }), 404);
  const seen = unreadable.headers['access-control-allow-origin'];
  t.same(seen, ALLOWED_ORIGIN, 'the origin of a path that can not be decoded');
}
