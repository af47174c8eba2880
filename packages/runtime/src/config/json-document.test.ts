import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readJson } from './json-document.ts';

describe('JSON with places', () => {
  it('is what JSON.parse gives, and knows where each value is', () => {
    const text = '{"a": [1, {"b~/c": "x\\"y"}], "é": -1.5e3, "__proto__": null}';
    const { value, ranges, problems } = readJson(text);
    assert.deepEqual(value, JSON.parse(text));
    assert.deepEqual(problems, []);
    const at = (pointer: string) =>
      text.slice(ranges.get(pointer)?.start, ranges.get(pointer)?.end);
    assert.deepEqual(['', '/a', '/a/0', '/a/1/b~0~1c', '/é', '/__proto__'].map(at), [
      '{',
      '[',
      '1',
      '"x\\"y"',
      '-1.5e3',
      'null',
    ]);
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const texts = [
      '',
      ' ',
      '{',
      '}',
      '[1,]',
      '{"a":1,}',
      '{a:1}',
      "{'a':1}",
      '01',
      '1.',
      '.5',
      '+1',
      '1e',
      'nul',
      'true false',
      '"a\nb"',
      '"\\x"',
      '"\\u12"',
      '[[]',
      '{"a"}',
      '{"a":}',
      '// x\n1',
      'NaN',
      '\u00a01',
      '-',
      '-0',
      '1E+2',
      ' [ ] ',
      '{ }',
      '"\\ud83d"',
      '[1 2]',
    ];
    for (const text of texts) {
      let fine = true;
      try {
        JSON.parse(text);
      } catch {
        fine = false;
      }
      assert.equal(readJson(text).problems.length === 0, fine, JSON.stringify(text));
    }
  });

  it('says where it stops being JSON, and what is there twice', () => {
    assert.deepEqual(readJson('{"a": 1,\n "b" 2}').problems, [
      { kind: 'syntax', text: 'Expected ":" after the name', start: 14, end: 15 },
    ]);
    assert.deepEqual(readJson('{"a": 1, "a": 2}').problems, [
      { kind: 'duplicate', text: 'a', start: 9, end: 12 },
    ]);
    assert.match(readJson('['.repeat(100_000)).problems[0]?.text ?? '', /64 deep/);
  });
});
