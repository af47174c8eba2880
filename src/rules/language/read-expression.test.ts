import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expressionVectors } from '../../../test/vectors/expressions.ts';
import { parseFeel } from '../feel/parse-feel.ts';
import { readExpression } from './read-expression.ts';

const problemOf = (json: unknown) => {
  const { value, diagnostics } = readExpression(json);
  assert.equal(value, undefined);
  assert.equal(diagnostics[0]?.code, 'rules/malformed');
  return diagnostics[0].message;
};

describe('readExpression', () => {
  test('takes every expression of the blueprint as it stands', () => {
    for (const { expression } of expressionVectors) {
      assert.equal(readExpression(expression).value, expression);
    }
  });

  test('takes what FEEL is read as', () => {
    const texts = [
      'some x in [1, 2], y in [3] satisfies x < y',
      'for i in 1..3 return {a: i, b: i * 2}',
      'if a in (1, [2..3), > 5) then b[item > 1] else string length(c.d) - -1',
      'x instance of years and months duration or not(y between 1 and 2)',
      'aggregate(function: "count", entity: "line", via: "order")',
    ];
    for (const text of texts) {
      const { value } = parseFeel(text);
      assert.deepEqual(readExpression(structuredClone(value)).value, value, text);
    }
  });

  test('says where something is wrong', () => {
    const one = { kind: 'literal', type: 'integer', value: '1' };
    assert.match(problemOf(null), /\/ is no object/);
    assert.match(problemOf({ kind: 'eval', code: '1' }), /\/kind is no kind/);
    assert.match(problemOf({ kind: 'constructor' }), /\/kind is no kind/);
    assert.match(
      problemOf({ kind: 'and', operands: [one, { kind: 'not' }] }),
      /\/operands\/1\/operand is missing/,
    );
    assert.match(problemOf({ ...one, extra: 1 }), /\/extra is not known/);
    assert.match(
      problemOf({ kind: 'in', value: one, options: [{ kind: 'now' }] }),
      /options\/0 is no constant/,
    );
    assert.match(
      problemOf({ kind: 'call', function: 'toString', arguments: [] }),
      /\/function is not one/,
    );
    assert.match(
      problemOf({ kind: 'call', function: 'abs', arguments: [] }),
      /has 0 items for 'abs'/,
    );
    assert.match(
      problemOf({
        kind: 'quantified',
        quantifier: 'some',
        loops: [{ variable: '' }],
        condition: one,
      }),
      /loops\/0\/variable is no name/,
    );
    assert.match(
      problemOf({ kind: 'range', lowIncluded: 1, highIncluded: true }),
      /lowIncluded is neither/,
    );
  });

  test('own properties only', () => {
    const inherited: unknown = Object.create({ kind: 'null' });
    assert.match(problemOf(inherited), /\/kind is no kind/);
    assert.match(problemOf(JSON.parse('{"kind":"null","__proto__":{}}')), /__proto__ is not known/);
  });

  test('depth and size have limits', () => {
    let deep: unknown = { kind: 'null' };
    for (let level = 0; level < 5000; level += 1) deep = { kind: 'not', operand: deep };
    assert.match(problemOf(deep), /nested deeper than 100/);
    const wide = { kind: 'list', items: Array.from({ length: 20_001 }, () => ({ kind: 'null' })) };
    assert.match(problemOf(wide), /over 20000 nodes/);
  });
});
