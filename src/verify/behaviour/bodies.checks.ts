import type { CheckGroup } from '../checks/check.ts';
import type { Caller } from '../checks/caller.ts';
import type { Tester } from '../checks/tester.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Bodies and requests that are wrong in form get the right problem (SP-2.5 to 2.7). */
export const bodyChecks: CheckGroup = ({ resources }, check) => {
  for (const entity of resources) {
    const { label } = entity;
    const list = `/api/${entity.plural}`;
    check('SP-2.5', `${label}: broken bodies are 400`, async (t) => {
      const caller = await t.owner();
      const created = await t.create(caller, entity);
      for (const raw of brokenBodies) {
        for (const [method, path] of writes(list, created.path)) {
          const answer = await t.send({ method, path, caller, headers: JSON_TYPE, raw });
          t.expect(answer, 400, { type: 'malformed-request' });
        }
      }
      t.same(await t.read(caller, created.path), created.record, 'the record after refused bodies');
    });
    check('SP-2.5', `${label}: a body that is no object is refused`, async (t) => {
      const caller = await t.owner();
      const created = await t.create(caller, entity);
      for (const body of [[], 'text', 5, true, null]) {
        for (const [method, path] of writes(list, created.path)) {
          t.expect(await t.send({ method, path, caller, body }), [400, 422]);
        }
      }
    });
    check('SP-2.6', `${label}: other media types are 415`, async (t) => {
      const caller = await t.owner();
      const created = await t.create(caller, entity);
      const raw = JSON.stringify(await t.body(caller, entity));
      for (const type of [
        'text/plain',
        'application/xml',
        'multipart/form-data',
        'application/jsonx',
      ]) {
        const headers = { 'Content-Type': type };
        for (const [method, path] of writes(list, created.path)) {
          t.expect(await t.send({ method, path, caller, headers, raw }), 415);
        }
      }
      const merge = { 'Content-Type': 'application/merge-patch+json' };
      t.expect(await t.send({ method: 'POST', path: list, caller, headers: merge, raw }), 415);
      const patch = { method: 'PATCH', path: created.path, caller, headers: merge, raw: '{}' };
      t.expect(await t.send(patch), 200);
      for (const charset of ['utf-8', 'UTF-8', '"utf-8"', 'us-ascii']) {
        const headers = { 'Content-Type': `application/json; charset=${charset}` };
        t.expect(await t.send({ ...patch, headers }), 200);
      }
      for (const charset of ['utf-16', 'iso-8859-1', 'x']) {
        const headers = { 'Content-Type': `application/json;charset=${charset}` };
        t.expect(await t.send({ ...patch, headers }), 415);
      }
    });
    check('SP-2.6', `${label}: encoded bodies are 415`, async (t) => {
      const caller = await t.owner();
      const { path } = await t.create(caller, entity);
      for (const [method, at] of writes(list, path)) {
        for (const encoding of ['gzip', 'x', 'identity, br']) {
          const headers = { ...JSON_TYPE, 'Content-Encoding': encoding };
          t.expect(await t.send({ method, path: at, caller, headers, raw: '{}' }), 415);
        }
      }
      const headers = { ...JSON_TYPE, 'Content-Encoding': 'identity' };
      t.expect(await t.send({ method: 'PATCH', path, caller, headers, raw: '{}' }), 200);
    });
    check('SP-2.6', `${label}: an Accept without JSON is 406`, async (t) => {
      const caller = await t.owner();
      for (const accept of ['text/html', 'application/xml, image/*']) {
        t.expect(await t.get(caller, list, { Accept: accept }), 406);
      }
      for (const accept of ['application/json', '*/*', 'application/*', 'text/html, */*;q=0.1']) {
        t.expect(await t.get(caller, list, { Accept: accept }), 200);
      }
    });
    check('SP-2.7', `${label}: other methods are 405, HEAD is GET`, async (t) => {
      const caller = await t.owner();
      const { path } = await t.create(caller, entity);
      await methods(t, caller, list, path);
    });
  }
  check('SP-2.7', 'a path that does not exist is 404', async (t) => {
    const caller = await t.owner();
    const paths = ['/api/no-such-things', '/api', '/no/such/path', '/api/%2e%2e/etc', '/api//'];
    for (const path of paths) t.expect(await t.get(caller, path), 404, { type: 'not-found' });
  });
  check('SP-2.1', 'problems are complete', async (t) => {
    const answer = t.expect(await t.get(await t.owner(), '/api/no-such-things'), 404);
    t.same(answer.record['type'], 'urn:problem:not-found', 'type');
    t.same(answer.record['status'], 404, 'status');
    t.that(
      String(answer.headers['content-type']).startsWith('application/problem+json'),
      'media type',
    );
  });
  check('SP-2.2', 'codes and statuses belong together', async (t) => {
    const [entity] = resources;
    if (!entity) return;
    const caller = await t.owner();
    const list = t.list(entity);
    const raw = { caller, headers: JSON_TYPE, path: list };
    const answers = [
      [await t.send({ ...raw, method: 'POST', raw: '{' }), 400, 'malformed-request'],
      [await t.get(caller, `${list}?nosuch=1`), 400, 'invalid-parameter'],
      [await t.get(caller, `${list}/x`), 404, 'not-found'],
      [await t.delete(caller, list), 405, 'method-not-allowed'],
      [await t.get(caller, list, { Accept: 'text/html' }), 406, 'not-acceptable'],
      [
        await t.send({ ...raw, headers: {}, method: 'POST', raw: '{}' }),
        415,
        'unsupported-media-type',
      ],
      [await t.post(caller, list, { noSuchProperty: 1 }), 422, 'validation-failed'],
    ] as const;
    for (const [answer, status, type] of answers) t.expect(answer, status, { type });
  });
  check('SP-2.4', 'problems tell nothing about the inside', async (t) => {
    const caller = await t.owner();
    const [entity] = resources;
    if (!entity) return;
    const list = t.list(entity);
    // The tester looks for traces in every answer; these provoke the most talkative ones.
    for (const raw of ['{', '{"a":', '\u0000', '[1,']) {
      await t.send({ method: 'POST', path: list, caller, headers: JSON_TYPE, raw });
    }
    for (const path of [`${list}/%00`, `${list}/'`, `${list}?sort='`, `${list}/%ff`]) {
      const answer = await t.get(caller, path);
      t.that(answer.status >= 400, `${path} was answered ${answer.status}`);
    }
  });
};

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** Each is 400 whatever the path. */
const brokenBodies: readonly (string | Buffer)[] = [
  '',
  '{',
  '{"a":1,}',
  "{'a':1}",
  '{"a":NaN}',
  '{} {}',
  'undefined',
  deep(40),
  `[${'['.repeat(40)}${']'.repeat(40)}]`,
  '{"__proto__":{"admin":true}}',
  Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
];

function writes(list: string, path: string): readonly (readonly [string, string])[] {
  return [
    ['POST', list],
    ['PUT', path],
    ['PATCH', path],
  ];
}

async function methods(t: Tester, caller: Caller, list: string, path: string): Promise<void> {
  const wrong = [
    ['PUT', list],
    ['PATCH', list],
    ['DELETE', list],
    ['POST', path],
  ] as const;
  for (const [method, at] of wrong) {
    const answer = await t.send({ method, path: at, caller, body: {} });
    t.expect(answer, 405, { type: 'method-not-allowed' });
    const allowed = (answer.headers['allow'] ?? '').split(/\s*,\s*/);
    t.that(
      allowed.includes('GET') && !allowed.includes(method),
      `Allow is '${allowed.join(', ')}'`,
    );
  }
  const encoded = list.replace(
    /[a-z](?=[^/]*$)/,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  t.expect(await t.get(caller, encoded), 200);
  t.expect(await t.delete(caller, encoded), 405);
  for (const at of [list, path]) {
    const get = t.expect(await t.get(caller, at), 200);
    const head = t.expect(await t.send({ method: 'HEAD', path: at, caller }), 200);
    t.same(head.text, '', 'the body of HEAD');
    for (const name of ['content-type', 'etag']) {
      t.same(head.headers[name], get.headers[name], `${name} of HEAD`);
    }
  }
}
