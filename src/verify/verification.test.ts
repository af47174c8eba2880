import assert from 'node:assert/strict';
import { it } from 'node:test';
import { missingIn, verdictOf } from './verification.ts';

it('is verified only when every gate passed', () => {
  const of = (...verdicts: ('passed' | 'failed' | 'skipped')[]) =>
    verdictOf(verdicts.map((verdict) => ({ verdict })));
  assert.equal(of('passed', 'passed'), 'verified');
  assert.equal(of('passed', 'skipped'), 'not fully verified');
  assert.equal(of('skipped', 'failed'), 'failed');
});

it('says once what is missing, and not what follows from it', () => {
  const skipped = (name: string, reason: string) => ({ name, verdict: 'skipped' as const, reason });
  const gates = [
    skipped('types', 'cargo not found'),
    skipped('boot', 'cargo not found'),
    skipped('fuzz', 'boot was skipped'),
    { name: 'artefacts', verdict: 'passed' as const },
  ];
  assert.equal(missingIn(gates), 'cargo not found');
});
