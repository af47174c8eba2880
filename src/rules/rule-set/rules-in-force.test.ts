import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DecisionRule } from './rule-set.ts';
import { rulesInForce } from './rules-in-force.ts';

const rule = (id: string, given: Partial<DecisionRule> = {}): DecisionRule => ({
  id,
  version: '1',
  condition: { kind: 'null' },
  message: '',
  priority: 0,
  salience: 0,
  ...given,
});

test('rules are in force from their first day to their last, and looked at by salience', () => {
  const rules = [
    rule('always'),
    rule('past', { to: '2026-01-30' }),
    rule('last-day', { from: '2026-01-01', to: '2026-01-31' }),
    rule('future', { from: '2026-02-01' }),
    rule('important', { salience: 10 }),
  ];
  const idsAt = (time: string) =>
    rulesInForce({ id: 'set', inputs: [], rules }, Date.parse(time)).rules.map(({ id }) => id);
  assert.deepEqual(idsAt('2026-01-31T23:59:59Z'), ['important', 'always', 'last-day']);
  assert.deepEqual(idsAt('2026-02-01T00:00:00Z'), ['important', 'always', 'future']);
});
