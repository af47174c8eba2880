import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sweep } from '../../../test/support/sweep.ts';
import { isQuick } from './pattern-cost.ts';
import { busyTime } from '../../../test/support/busy-time.ts';

const quick = [
  '^[A-Z]{2}[0-9]{4}$',
  '[a-z0-9]+(?:-[a-z0-9]+)*',
  String.raw`\d{3}-\d{2}-\d{4}`,
  String.raw`[^\s@]+@[^\s@]+\.[^\s@]+`,
  '(?:red|green|blue)(?:,(?:red|green|blue))*',
  String.raw`#[0-9a-fA-F]{6}`,
  '(?:[0-9a-f]{2}:){5}[0-9a-f]{2}',
  String.raw`\+?[1-9]\d{1,14}`,
  '.{1,200}',
  'a*b*c*',
  '',
];
const slow = [
  '(a+)+',
  '(a*)*',
  '(a|a)*',
  '(a|ab|b)*c',
  '(a?b?)*',
  '([a-zA-Z]+)*[0-9]',
  String.raw`(\w+\s?)*`,
  String.raw`(.*,){20}x`,
  '(a{1,10}){1,30}x',
  'a*a*a*a*a*b',
  String.raw`((\d+)-?)+`,
];

test('patterns that are decided at once', () => {
  for (const pattern of quick) assert.ok(isQuick(pattern, 255), pattern);
});

test('patterns that some text keeps busy', () => {
  for (const pattern of slow) assert.ok(!isQuick(pattern, 255), pattern);
});

test('the longer a text may be, the fewer loops may share it', () => {
  assert.ok(isQuick('a*a*b', 255));
  assert.ok(!isQuick('a*a*a*b', 10_000));
  assert.ok(isQuick('[a-z]+(?:-[a-z]+)*', 10_000));
});

test('what is quick is quick: repeated parts of the pattern, then something else', () => {
  const started = busyTime();
  for (const pattern of quick) {
    const whole = new RegExp(`^(?:${pattern})$`, 'u');
    for (const part of ['a', '0', 'a-', 'red,', 'ab ', '1.', 'a@', 'aa.'])
      whole.test(`${part.repeat(250).slice(0, 254)}!`);
  }
  assert.ok(busyTime() - started < 2000);
});

test('no pattern keeps the check itself busy', () => {
  const nested = '('.repeat(80) + 'a+' + ')+'.repeat(80);
  const many = Array.from({ length: 60 }, (_, n) => `[a-z]*${n}`).join('');
  const started = busyTime();
  const patterns = [nested, many, '[a-z]{0,9}'.repeat(40), '(a|b)*'.repeat(60)];
  for (const pattern of patterns.slice(0, sweep(2, 4))) isQuick(pattern, 255);
  assert.ok(busyTime() - started < 5000, `${busyTime() - started} ms`);
});
