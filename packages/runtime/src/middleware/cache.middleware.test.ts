import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { codeOfCall, component, host } from '../test-components.ts';
import { auth } from './auth.middleware.ts';
import { cacheKey } from './cache-key.ts';
import { cache } from './cache.middleware.ts';

function counting(flags: object, fail = false) {
  const count = { calls: 0 };
  const hosted = component(async ({ data, principal }) => {
    count.calls += 1;
    await delay(1);
    if (fail) throw new Error('down');
    return { data, who: principal?.id, nested: { list: [count.calls] } };
  }, flags);
  return { count, hosted };
}

describe('cache', { concurrency: true }, () => {
  it('answers the same question once, also to those who ask at the same time', async () => {
    const { count, hosted } = counting({ safe: true });
    const { call } = await host([cache({ ttlMs: 300 })], hosted);
    await Promise.all([call({ a: 1, b: 'x' }), call({ b: 'x', a: 1 }), call({ a: 1, b: 'x' })]);
    await call({ a: 1, b: 'x' });
    assert.equal(count.calls, 1);
    await call({ a: 2 });
    assert.equal(count.calls, 2);
    await delay(310);
    await call({ a: 2 });
    assert.equal(count.calls, 3);
  });

  it('keeps nothing of what writes, nor errors', async () => {
    const writes = counting({ idempotent: true });
    const { call } = await host([cache({ ttlMs: 1000 })], writes.hosted);
    const broken = counting({ safe: true }, true);
    const { call: callBroken } = await host([cache({ ttlMs: 1000 })], broken.hosted);
    for (let index = 0; index < 2; index += 1) {
      await call();
      assert.equal(await codeOfCall(callBroken()), 'down');
    }
    assert.deepEqual([writes.count.calls, broken.count.calls], [2, 2]);
  });

  it('gives nobody the answer of another, and none that a caller could change', async () => {
    const { hosted } = counting({ safe: true });
    const authenticate = ({ headers }: { headers: Readonly<Record<string, string>> }) => ({
      id: headers['user'] ?? '',
      roles: [],
    });
    const { call } = await host([auth({ authenticate }), cache({ ttlMs: 1000 })], hosted);
    const ask = async (user: string) =>
      (await call({}, { headers: { user } })) as { who: string; nested: { list: number[] } };
    assert.deepEqual(
      [(await ask('ada')).who, (await ask('bob')).who, (await ask('ada')).who],
      ['ada', 'bob', 'ada'],
    );
    const answer = await ask('ada');
    assert.throws(() => answer.nested.list.push(1), TypeError);
  });

  it('holds so many answers and no more', async () => {
    const { count, hosted } = counting({ safe: true });
    const { call } = await host([cache({ ttlMs: 10_000, maxEntries: 10 })], hosted);
    await Promise.all(Array.from({ length: 100 }, (_, index) => call({ index })));
    await call({ index: 99 });
    assert.equal(count.calls, 100);
    await call({ index: 0 });
    assert.equal(count.calls, 101);
  });
});

describe('a cache key', () => {
  it('is the same for the same data only', () => {
    assert.equal(
      cacheKey({ b: [1, { d: 1, c: null }], a: 'x' }),
      cacheKey({ a: 'x', b: [1, { c: null, d: 1 }] }),
    );
    const different = [
      {},
      [],
      '',
      null,
      1,
      '1',
      { a: 1 },
      { a: '1' },
      { a: [1] },
      { a: { b: 1 } },
      { a: undefined, c: {} },
      { 'a":1,"b': 1 },
      { a: 1, b: 1 },
    ];
    assert.equal(new Set(different.map((data) => cacheKey(data))).size, different.length);
  });

  it('is not made of what is no plain data, too long, or too deep', () => {
    const deep = JSON.parse(`${'['.repeat(99)}${']'.repeat(99)}`) as unknown;
    for (const data of [
      new Date(),
      { a: Number.NaN },
      { a: 1n },
      'x'.repeat(5000),
      deep,
      () => 1,
    ]) {
      assert.equal(cacheKey(data), undefined);
    }
  });
});
