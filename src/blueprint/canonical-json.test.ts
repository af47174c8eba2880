import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workshop } from '../../test/fixtures/workshop.ts';
import { canonicalJson } from './canonical-json.ts';

test('the same blueprint has the same bytes, whatever the order of its keys', () => {
  const blueprint = workshop();
  const text = canonicalJson(blueprint);
  assert.equal(canonicalJson(reversed(blueprint)), text);
  assert.equal(canonicalJson(JSON.parse(text)), text);
  assert.notEqual(Object.keys(reversed(blueprint) as object)[0], Object.keys(blueprint)[0]);
});

test('keys are in code-unit order, lists keep theirs, what is absent is left out', () => {
  const value = { b: 1, a: [{ d: 1, c: undefined, é: 2, Z: 3 }, 2, 1], '10': 1, '9': 2 };
  assert.equal(
    canonicalJson(value),
    '{\n  "9": 2,\n  "10": 1,\n  "a": [\n    {\n      "Z": 3,\n      "d": 1,\n      "é": 2\n    },\n    2,\n    1\n  ],\n  "b": 1\n}\n',
  );
});

test('a key called __proto__ is a key', () => {
  const value: unknown = JSON.parse('{"__proto__": {"b": 1, "a": 2}}');
  assert.deepEqual(JSON.parse(canonicalJson(value)), value);
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
