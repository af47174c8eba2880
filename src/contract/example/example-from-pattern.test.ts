import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleFromPattern } from './example-from-pattern.ts';
import { busyTime } from '../../../test/support/busy-time.ts';

test('the patterns that people write', () => {
  const table: readonly (readonly [string, string])[] = [
    ['^[A-Z]{2}[0-9]{4}$', 'AA0000'],
    [String.raw`\d{3}-\d{2}`, '111-11'],
    ['(red|green)', 'red'],
    ['[^a-z]+', 'A'],
    [String.raw`#[\da-f]{6}`, '#111111'],
    ['a{3,}b*c?', 'aaa'],
    [String.raw`\w+@\w+\.\w{2,}`, 'a@a.aa'],
    ['(?:ab){2}', 'abab'],
    [String.raw`[\-+]?\d`, '1'],
    [String.raw`\u0041\x42`, 'AB'],
    ['', ''],
  ];
  for (const [pattern, expected] of table)
    assert.equal(exampleFromPattern(pattern), expected, pattern);
});

test('a least length is served where the pattern can grow', () => {
  assert.equal(exampleFromPattern('[a-z]+', 5), 'aaaaa');
  assert.ok((exampleFromPattern('[a-z]+', 20) ?? '').length >= 20);
  assert.equal(exampleFromPattern('[a-z]{2}', 5), undefined);
});

test('what it does not know is undefined, and nothing takes long', () => {
  for (const pattern of [
    '(?=a)b',
    '[b-a]'.slice(1),
    'a)',
    String.raw`(a)\1`,
    '((((((((((x{999}){999}){999}){999}){999}){999}){999}){999}){999}){999})',
    'a'.repeat(5000),
  ]) {
    const start = busyTime();
    const text = exampleFromPattern(pattern);
    assert.ok(text === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(text), pattern);
    assert.ok(busyTime() - start < 500, pattern);
  }
});
