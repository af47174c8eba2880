import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workshop } from '../../test/fixtures/workshop.ts';
import { isEnforceable } from './enforceable.ts';

test('rules over one record are enforceable, rules over several are not yet', () => {
  const rules = workshop().system.services[0]!.entities.flatMap((entity) => entity.rules);
  const later = rules.filter(({ expression }) => !isEnforceable(expression)).map(({ id }) => id);
  assert.deepEqual(later, ['order/rule/line-limit']);
  assert.ok(
    !isEnforceable({
      kind: 'not',
      operand: {
        kind: 'implies',
        condition: { kind: 'now' },
        consequence: { kind: 'present', value: { kind: 'related', via: 'a', field: 'b' } },
      },
    }),
  );
});
