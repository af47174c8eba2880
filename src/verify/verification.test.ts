import assert from 'node:assert/strict';
import { it } from 'node:test';
import { verdictOf } from './verification.ts';

it('is verified only when every gate passed', () => {
  const of = (...verdicts: ('passed' | 'failed' | 'skipped')[]) =>
    verdictOf(verdicts.map((verdict) => ({ verdict })));
  assert.equal(of('passed', 'passed'), 'verified');
  assert.equal(of('passed', 'skipped'), 'not fully verified');
  assert.equal(of('skipped', 'failed'), 'failed');
});
