import assert from 'node:assert/strict';
import { describe as suite, test } from 'node:test';
import { expressionVectors, vectorEntity, vectorNow } from '../../test/vectors/expressions.ts';
import { describe } from './describe.ts';
import { evaluate } from './evaluate.ts';

suite('evaluate', () => {
  for (const {
    name,
    expression,
    record = {},
    previous,
    roles = [],
    expected,
  } of expressionVectors) {
    test(name, () => {
      const scope = { entity: vectorEntity, record, now: Date.parse(vectorNow), roles };
      assert.equal(
        evaluate(expression, previous ? { ...scope, previous } : scope),
        expected ?? undefined,
      );
    });
  }

  test('what lies outside of the record is unknown unless someone answers it', () => {
    const expression = {
      kind: 'compare',
      operator: 'le',
      left: { kind: 'aggregate', function: 'count', entity: 'line', via: 'order' },
      right: { kind: 'literal', type: 'integer', value: '2' },
    } as const;
    const scope = { entity: vectorEntity, record: {}, now: 0, roles: [] };
    assert.equal(evaluate(expression, scope), undefined);
    assert.equal(evaluate(expression, { ...scope, outside: () => 3 }), false);
  });
});

suite('describe', () => {
  const due = { kind: 'field', field: 'due-date' } as const;
  test('reads as a person would say it', () => {
    const limit = {
      kind: 'arithmetic',
      operator: 'add',
      left: { kind: 'field', field: 'start-date' },
      right: { kind: 'literal', type: 'duration', value: 'P45D' },
    } as const;
    assert.equal(
      describe({ kind: 'compare', operator: 'le', left: due, right: limit }),
      'due date ≤ (start date + 45 days)',
    );
    assert.equal(
      describe({
        kind: 'implies',
        condition: { kind: 'has-role', role: 'area-manager' },
        consequence: { kind: 'not', operand: { kind: 'present', value: due } },
      }),
      'if the caller is area manager then due date is not given',
    );
    assert.equal(
      describe({ kind: 'literal', type: 'duration', value: 'P1M2DT3H1M' }),
      '1 month 2 days 3 hours 1 minute',
    );
  });
});
