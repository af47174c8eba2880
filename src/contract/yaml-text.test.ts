import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { notes, workshop } from '../../test/fixtures/workshop.ts';
import { sweep } from '../../test/support/sweep.ts';
import { createContract } from './contract.ts';
import { yamlText } from './yaml-text.ts';

test('a contract as YAML is the same data as the contract as JSON', () => {
  for (const blueprint of [notes(), workshop()].slice(0, sweep(1, 2))) {
    const [service] = blueprint.system.services;
    assert.ok(service);
    const { openapi, asyncapi } = createContract({ blueprint, service });
    assert.deepEqual(parse(yamlText(openapi)), openapi);
    assert.deepEqual(parse(yamlText(asyncapi)), asyncapi);
  }
});

test('it is in block style, in the order of the keys, and lines of text stay lines', () => {
  const text = yamlText({
    openapi: '3.1.0',
    info: { title: 'Shop', empty: {}, list: [], text: 'Rules:\n- one\n\n- two' },
    paths: { '/a': [{ b: [1, [2, 3]] }, 'c'], absent: undefined },
  });
  assert.equal(
    text,
    `openapi: "3.1.0"
info:
  title: Shop
  empty: {}
  list: []
  text: |-
    Rules:
    - one

    - two
paths:
  "/a":
  - b:
    - 1
    - - 2
      - 3
  - c
`,
  );
});

const texts = [
  '',
  ' ',
  'a ',
  ' a',
  'true',
  'No',
  'NULL',
  '~',
  'y',
  '1',
  '1e3',
  '0x1',
  '2026-03-02',
  '12:30',
  '-',
  '- a',
  '? a',
  '#',
  'a #b',
  'a: b',
  'a:',
  '"',
  "'",
  "it's",
  '\\',
  '[',
  '{a}',
  '!tag',
  '&a',
  '*a',
  '%',
  '@',
  '`',
  '|',
  '>',
  '=',
  '<<',
  '...',
  '---',
  'a,b',
  '$ref',
  'a\nb',
  'a\n\nb',
  'a\n b',
  'a \nb',
  'a\nb\n',
  '\na',
  'a\r\nb',
  'a\tb',
  'a\nb\t',
  'a\n\tb',
  'a\n\n\n b',
  'a\u0000',
  '\u0007',
  '\u007f',
  '\u0085',
  'a\n\u0085b',
  '\u2028',
  'a\n\u2029b',
  '\ufeff',
  'a\n\ufeff',
  '\uffff',
  'ä',
  '日本語',
  'a\n日本',
  '😀',
  '\ud800',
  'a\n\udc00',
  '__proto__',
  'a'.repeat(2000),
  'a\n'.repeat(50) + 'b',
  'a\n---\nb',
  'a\n...\nb',
  'a  b',
  'a\n# b',
];

test('text comes back as it was, as a value, in a list, in a list of lists, and as a key', () => {
  for (const text of texts) {
    const value = { a: text, b: [text, [text, { c: text }]], d: { e: { f: text } } };
    assert.deepEqual(parse(yamlText(value)), value, JSON.stringify(text));
    for (const version of ['1.1', '1.2'] as const) {
      const read: unknown = parse(yamlText(value), { version });
      assert.deepEqual(read, value, `${version} ${JSON.stringify(text)}`);
    }
    if (text.length > 1000 || text === '__proto__') continue;
    const keyed = { [text]: { [text]: 1 }, z: [{ [text]: 2, y: 3 }] };
    assert.deepEqual(parse(yamlText(keyed)), keyed, `key ${JSON.stringify(text)}`);
  }
});

test('what can not be printed is escaped', () => {
  assert.equal(
    yamlText({ a: '\u007f\u0085\ufeff\uffff\u0000' }),
    'a: "\\u007f\\u0085\\ufeff\\uffff\\u0000"\n',
  );
});

test('numbers, booleans and null are themselves', () => {
  const value = { a: [0, -1, 1.5, 1e21, 1e-7, Number.MAX_SAFE_INTEGER, true, false, null] };
  assert.deepEqual(parse(yamlText(value)), value);
});
