import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { studio } from '../../../../test/fixtures/studio.ts';
import { notEnforcedDiagnostics } from './not-enforced.ts';

describe('rules that a service does not enforce', () => {
  const [service] = studio().system.services;
  assert.ok(service);

  it('are named: targets/rule-not-enforced', () => {
    const [customer, ...others] = service.entities;
    assert.ok(customer);
    const [rule] = customer.rules;
    assert.ok(rule);
    // Guests have nothing to do with customers: whose rule would a new guest break?
    const count = { kind: 'aggregate', function: 'count', entity: 'guest' } as const;
    const limit = { kind: 'literal', type: 'integer', value: '9' } as const;
    const expression = { kind: 'compare', operator: 'le', left: count, right: limit } as const;
    const source = { document: 'a.md', line: 5, column: 1, endLine: 5, endColumn: 9 };
    const unrelated = { ...rule, id: 'customer/rule/few-guests', expression, sources: [source] };
    const entities = [{ ...customer, rules: [unrelated] }, ...others];
    const [diagnostic, ...more] = notEnforcedDiagnostics({ ...service, entities });
    assert.equal(diagnostic?.code, 'targets/rule-not-enforced');
    assert.match(diagnostic.message, /customer\/rule\/few-guests/);
    assert.equal(diagnostic.source?.line, 5);
    assert.deepEqual(more, []);
  });

  it('are not those over records that have to do with each other', () => {
    assert.deepEqual(notEnforcedDiagnostics(service), []);
  });
});
