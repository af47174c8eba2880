import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nodeTestCounts } from './node-test-counts.ts';

it('counts what ran and names what failed', () => {
  const tap =
    'TAP version 13\n# Subtest: a\nok 1 - a\n    not ok 1 - inner\nnot ok 2 - b\n1..2\n# tests 3\n# pass 1\n# fail 2\n# cancelled 1\n';
  assert.deepEqual(nodeTestCounts(tap), { passed: 1, failed: 3, failures: ['inner', 'b'] });
});

it('says nothing of output that is no TAP', () => {
  assert.equal(nodeTestCounts('Error: Cannot find module'), undefined);
});
