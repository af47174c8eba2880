import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareAnswers } from './compare-answers.ts';
import { compareValues } from './compare-values.ts';
import { ignoring } from './ignore-rules.ts';
import { operationOf } from './operation.ts';

const differences = (one: unknown, other: unknown) =>
  compareValues(one, other).map(({ pointer, kind }) => `${pointer} ${kind}`);
const uuid = (digit: number) => `${digit}`.repeat(8) + '-1111-7111-8111-111111111111';

describe('two values', () => {
  it('are the same, whatever the order of properties is', () => {
    assert.deepEqual(differences({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }), []);
    assert.deepEqual(differences(NaN, NaN), []);
  });

  const cases: [unknown, unknown, string[]][] = [
    [{ a: 1 }, {}, ['/a missing']],
    [{}, { a: null }, ['/a extra']],
    [{ a: 1 }, { a: '1' }, ['/a type']],
    [{ a: null }, { a: 0 }, ['/a type']],
    [{ a: [] }, { a: {} }, ['/a type']],
    [{ a: 1 }, { a: 1.0000001 }, ['/a value']],
    [{ a: 'x' }, { a: 'y' }, ['/a value']],
    [{ a: '2026-01-01' }, { a: '2026-01-02' }, ['/a value']],
    [{ a: '2026-01-01T00:00:00Z' }, { a: '1767225600' }, ['/a type']],
    [{ a: '2026-01-01T00:00:00Z' }, { a: 'Invalid Date' }, ['/a type']],
    [{ a: '2026-01-01T00:00:00Z' }, { a: '2026-01-02T00:00:00.123+01:00' }, ['/a value']],
    [{ a: uuid(1) }, { a: uuid(2) }, ['/a value']],
    [{ a: uuid(1) }, { a: '1' }, ['/a type']],
    [{ 'a/b~': 1 }, { 'a/b~': 2 }, ['/a~1b~0 value']],
    // Names that are ids stand for all of their kind.
    [
      { [uuid(1)]: { n: 1 }, [uuid(2)]: { n: 2 } },
      { [uuid(1)]: { n: 3 }, [uuid(3)]: { n: 2 } },
      ['/*/n value', '/* missing', '/* extra'],
    ],
    // Lists: by id, as a set, by place.
    [[1, 2, 3], [3, 1, 2], [' order']],
    [[1, 2, 2], [2, 1, 1], ['/* value']],
    [[1, 2], [1, 2, 3], ['/* extra']],
    [
      [
        { id: 1, n: 1 },
        { id: 2, n: 2 },
      ],
      [
        { id: 2, n: 2 },
        { id: 1, n: 1 },
      ],
      [' order'],
    ],
    [
      [
        { id: 1, n: 1 },
        { id: 2, n: 2 },
      ],
      [
        { id: 2, n: 3 },
        { id: 1, n: 1 },
      ],
      [' order', '/*/n value'],
    ],
    [
      [{ id: 1 }, { id: 2 }],
      [{ id: 2 }, { id: 3 }],
      ['/* missing', '/* extra'],
    ],
    [[{ id: uuid(1), n: 1 }], [{ id: uuid(2), n: 1 }], ['/*/id value']],
    [[{ id: 1 }, { id: 1 }], [{ id: 1 }, { id: 2 }], ['/*/id value']],
  ];
  for (const [one, other, expected] of cases) {
    it(`differ: ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => {
      assert.deepEqual(differences(one, other), expected);
      const swapped = expected.map((each) =>
        each.replace('missing', '?').replace('extra', 'missing').replace('?', 'extra'),
      );
      assert.deepEqual(differences(other, one).sort(), swapped.sort());
    });
  }

  it('may be hostile: deep, wide, with names of Object', () => {
    const body = (text: string) => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(text),
    });
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    assert.deepEqual(compareAnswers(body(deep), body(deep)), []);
    assert.equal(compareAnswers(body(deep), body('[]')).length, 1);
    const wide = JSON.stringify(Array.from({ length: 400_000 }, (_, index) => index));
    assert.equal(compareAnswers(body(wide), body(wide.replace('77', '78'))).length, 1);
    const names = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`n${index}x`, 1]));
    assert.equal(differences(names, {}).length, 200);
    const proto = JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}') as object;
    assert.deepEqual(differences(proto, {}).sort(), ['/__proto__ missing', '/constructor missing']);
  });
});

describe('two answers', () => {
  const answer = (body: string, status = 200, more = {}) => ({
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...more },
    body: Buffer.from(body),
  });

  it('are compared by status, headers and fields', () => {
    const one = answer('{"a": 1, "b": 2}', 200, { date: 'now', 'x-a': '1', vary: ['a', 'b'] });
    const other = answer('{ "b":2,"a":2}', 201, {
      date: 'then',
      'x-b': '1',
      vary: ['a', 'b'],
      'content-length': '9',
    });
    assert.deepEqual(
      compareAnswers(one, other).map(({ pointer, kind }) => `${pointer} ${kind}`),
      ['/status value', '/headers/x-a missing', '/headers/x-b extra', '/body/a value'],
    );
  });

  it('are compared as text when they are no JSON, and not beyond what was kept', () => {
    const text = (body: string) => ({ ...answer(body), headers: { 'content-type': 'text/html' } });
    assert.equal(compareAnswers(text('<p>'), text('<p>')).length, 0);
    assert.equal(compareAnswers(text('<p>'), text('<b>'))[0]?.pointer, '/body');
    assert.equal(compareAnswers(answer('{'), answer('{'))[0], undefined);
    assert.deepEqual(
      compareAnswers({ ...answer(''), body: undefined }, answer('1')).map(({ kind }) => kind),
      ['extra'],
    );
  });

  it('differ no more where a rule says so', () => {
    const isIgnored = ignoring([
      { at: '/headers/etag' },
      { at: '/body/items/*/price', kinds: ['value'] },
      { at: '/body/**/updatedAt' },
    ]);
    const yes = [
      ['/headers/etag', 'value'],
      ['/body/items/*/price', 'value'],
      ['/body/updatedAt', 'type'],
      ['/body/a/*/updatedAt/x', 'extra'],
    ] as const;
    const no = [
      ['/headers/etags', 'value'],
      ['/body/items/*/price', 'type'],
      ['/body/items/price', 'value'],
      ['/updatedAt', 'value'],
      ['/body/updated', 'value'],
    ] as const;
    for (const [pointer, kind] of yes) assert.equal(isIgnored(pointer, kind), true, pointer);
    for (const [pointer, kind] of no) assert.equal(isIgnored(pointer, kind), false, pointer);
    // No pattern is slow.
    const nasty = ignoring([{ at: '/**/a'.repeat(30) }]);
    assert.equal(nasty('/a'.repeat(200).concat('/b'.repeat(200)), 'value'), true);
    assert.equal(nasty('/b'.repeat(2000), 'value'), false);
  });

  it('belong to an operation without ids', () => {
    assert.equal(
      operationOf('GET', `/api/orders/${uuid(1)}/lines/17`),
      'GET /api/orders/*/lines/*',
    );
  });
});
