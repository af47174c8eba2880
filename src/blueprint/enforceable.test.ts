import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isEnforceable, isOverOneRecord } from './enforceable.ts';
import type { Expression } from './expression.ts';

const field = (name: string): Expression => ({ kind: 'field', field: name });
const count = (given: object): Expression => ({
  kind: 'aggregate',
  function: 'count',
  entity: 'line',
  ...given,
});
const order = { id: 'order' };

suite('isEnforceable', () => {
  const cases: readonly [string, Expression, boolean][] = [
    ['a value of the record', field('name'), true],
    ['a value of its parent', { kind: 'related', via: 'customer', field: 'limit' }, true],
    ['rows that refer to it', count({ via: 'order' }), true],
    ['other records of its kind', count({ entity: 'order' }), true],
    ['rows of another kind that do not refer to it', count({}), false],
    ['rows compared with it', count({ via: 'order', where: { kind: 'outer', field: 'a' } }), true],
    [
      "a value of a row's parent",
      count({ via: 'order', where: { kind: 'related', via: 'a', field: 'b' } }),
      false,
    ],
    ['rows of rows', count({ via: 'order', where: count({ via: 'line' }) }), false],
    ['what is around a record', { kind: 'outer', field: 'a' }, false],
  ];
  for (const [name, expression, expected] of cases) {
    test(name, () => {
      assert.equal(isEnforceable(expression, order), expected);
      assert.equal(isEnforceable({ kind: 'not', operand: expression }, order), expected);
    });
  }
});

test('isOverOneRecord', () => {
  assert.ok(isOverOneRecord({ kind: 'not', operand: field('a') }));
  assert.ok(!isOverOneRecord({ kind: 'not', operand: count({ via: 'order' }) }));
  assert.ok(
    !isOverOneRecord({ kind: 'present', value: { kind: 'related', via: 'a', field: 'b' } }),
  );
});
