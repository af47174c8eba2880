import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requiredTexts } from './required-texts.ts';

describe('requiredTexts', () => {
  const cases: readonly (readonly [RegExp, readonly (readonly string[])[]])[] = [
    [/Order/, [['order']]],
    [/orders?/, [['order']]],
    [/or+der/, [['der'], ['or']]],
    [
      /(?:an?|the) +(?<what>[a-z]+) (?:has|keeps)/,
      [
        ['has', 'keeps'],
        ['a', 'the'],
      ],
    ],
    [/^(?:foo|foobar|bar)$/, [['foo', 'bar']]],
    [/(?:foo|bar)?x/, [['x']]],
    [/(?:foo|b*)x{2,}/, [['x']]],
    [/a{0}b{0,3}c*d?/, []],
    [/(?:foo|\d)/, []],
    [/(?<!no )data(?! base)/, [['data']]],
    [/(?=.*state)\w/, [['state']]],
    [/имя|имени/u, [[]]],
    [/имя|name/u, [['name']]],
    [/[:：]\s/, [[':']]],
    [/[a-z][^x]/, []],
    [/\x41\u0042\/\p{L}\b\.c/u, [['ab/'], ['.c']]],
    [/\u{41}\u{1f600}?b😀?/u, [['a'], ['b']]],
    [/a(b)\1/, []],
    [/(?i:a)b/, []],
    [/a|/, []],
    [/Firebase Cloud Messaging/, [['firebase c']]],
  ];

  it('gives what has to be there, and nothing where that is unknown', () => {
    for (const [{ source }, lists] of cases) {
      const sorted = requiredTexts(source).toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
      const wanted = lists.toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
      assert.deepEqual(sorted, wanted, source);
    }
  });
});
