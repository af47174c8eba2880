import assert from 'node:assert/strict';
import { describe as suite, test } from 'node:test';
import { expressionVectors, vectorEntity, vectorNow } from '../../test/vectors/expressions.ts';
import { severalEntities, severalVectors } from '../../test/vectors/several-vectors.ts';
import { describe } from './describe.ts';
import { evaluate } from './evaluate.ts';
import { worldOf } from './several/world.ts';

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

  test('what lies outside of the record is unknown without a world', () => {
    const expression = {
      kind: 'compare',
      operator: 'le',
      left: { kind: 'aggregate', function: 'count', entity: 'line', via: 'order' },
      right: { kind: 'literal', type: 'integer', value: '2' },
    } as const;
    const scope = { entity: vectorEntity, record: {}, now: 0, roles: [] };
    assert.equal(evaluate(expression, scope), undefined);
  });
});

suite('evaluate over several records', () => {
  for (const vector of severalVectors) {
    test(vector.name, () => {
      const { order = {}, customer, lines = [], others = [] } = vector;
      const record = { ...order, id: 'order', customerId: customer ? 'customer' : null };
      const world = worldOf(severalEntities, {
        customer: customer ? [{ ...customer, id: 'customer' }] : [],
        order: [record, ...others],
        line: lines.map(({ elsewhere, ...row }) => ({
          ...row,
          orderId: elsewhere ? 'other' : 'order',
        })),
      });
      const [, entity] = severalEntities;
      assert.ok(entity);
      assert.equal(
        evaluate(vector.expression, { entity, record, now: 0, roles: [], world }),
        vector.expected ?? undefined,
      );
    });
  }
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
