import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workshop } from '../../../../test/fixtures/workshop.ts';
import { notEnforcedDiagnostics } from './not-enforced.ts';

describe('rules over several records', () => {
  it('are named: targets/rule-not-enforced', () => {
    const [service] = workshop().system.services;
    assert.ok(service);
    const [diagnostic, ...others] = notEnforcedDiagnostics(service);
    assert.equal(diagnostic?.code, 'targets/rule-not-enforced');
    assert.match(diagnostic.message, /order\/rule\/line-limit/);
    assert.equal(diagnostic.source?.line, 55);
    assert.deepEqual(others, []);
  });
});
