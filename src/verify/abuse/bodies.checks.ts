import { deflateSync, gzipSync } from 'node:zlib';
import type { Entity } from '#blueprint';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Bodies that are too large, too deep or something else than they say (SP-2.5, 2.6, 12.2). */
export const hostileBodyChecks: CheckGroup = ({ resources }, check) => {
  for (const entity of resources) {
    check('SP-2.5', `${entity.label}: huge and deep bodies`, async (t) => hugeBodies(t, entity));
  }
  const [entity] = resources;
  if (!entity) return;
  check('SP-2.6', 'content types and encodings that lie', async (t) => {
    const owner = await t.owner();
    const created = await t.create(owner, entity);
    const raw = JSON.stringify(await t.body(owner, entity));
    const path = t.list(entity);
    const send = (headers: Readonly<Record<string, string>>, body: string | Buffer) =>
      t.send({ method: 'POST', path, caller: owner, headers, raw: body });
    for (const type of [
      '',
      'json',
      'application/json/x',
      'text/json',
      'application/x-www-form-urlencoded',
    ]) {
      t.expect(await send({ 'Content-Type': type }, raw), 415);
    }
    t.expect(await send({}, raw), 415);
    const encodings = [
      ['gzip', gzipSync(raw)],
      ['deflate', deflateSync(raw)],
      ['gzip', gzipSync('x'.repeat(5_000_000))],
    ] as const;
    for (const [encoding, body] of encodings) {
      t.expect(await send({ ...JSON_TYPE, 'Content-Encoding': encoding }, body), [400, 413, 415]);
    }
    const utf16 = Buffer.from(raw, 'utf16le');
    t.expect(await send({ 'Content-Type': 'application/json; charset=utf-16' }, utf16), [400, 415]);
    t.same(await t.read(owner, created.path), created.record, 'the record afterwards');
  });
  check('SP-2.5', 'a key that is given twice', async (t) => {
    const owner = await t.owner();
    const { path } = await t.create(owner, entity);
    for (const raw of [
      '{"id":"x","id":"y"}',
      '{"noSuch":1,"noSuch":2}',
      '{"__proto__":1,"__proto__":2}',
    ]) {
      const request = { method: 'PATCH', path, caller: owner, headers: JSON_TYPE, raw };
      t.expect(await t.send(request), [400, 422]);
    }
  });
  check(
    'SP-2.5',
    'eight bodies of 10 MB at once',
    async (t) => {
      const owner = await t.owner();
      const raw = `{"filler":"${'x'.repeat(10_000_000)}"}`;
      const request = {
        method: 'POST',
        path: t.list(entity),
        caller: owner,
        headers: JSON_TYPE,
        raw,
        mayHangUp: true,
      };
      const answers = await Promise.all(Array.from({ length: 8 }, () => t.send(request)));
      for (const answer of answers) t.expect(answer, [413, 0]);
      t.expect(await t.get(owner, t.list(entity)), 200);
    },
    { alone: true },
  );
};

async function hugeBodies(t: Tester, entity: Entity): Promise<void> {
  const owner = await t.owner();
  const created = await t.create(owner, entity);
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const cases: readonly (readonly [string, readonly number[]])[] = [
    [deep(33), [400]],
    [deep(10_000), [400]],
    ['['.repeat(100_000), [400]],
    [`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, [400]],
    [`{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`).join(',')}}`, [422]],
    [`{"a":${'9'.repeat(100_000)}}`, [400, 422]],
    ['{"a":1e999999}', [400, 422]],
    [`{"${'k'.repeat(100_000)}":1}`, [422]],
    [`{"a":"${'x'.repeat(1_100_000)}"}`, [413]],
    [`[${'1,'.repeat(200_000)}1]`, [400, 422]],
  ];
  for (const [raw, expected] of cases) {
    for (const [method, path] of [
      ['POST', t.list(entity)],
      ['PATCH', created.path],
    ] as const) {
      const answer = await t.send({ method, path, caller: owner, headers: JSON_TYPE, raw });
      t.expect(answer, expected);
      t.that(
        answer.text.length < 100_000,
        `the answer to ${method} has ${answer.text.length} characters`,
      );
    }
  }
  t.same(await t.read(owner, created.path), created.record, 'the record afterwards');
}
