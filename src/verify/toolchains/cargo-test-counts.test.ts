import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cargoTestCounts } from './cargo-test-counts.ts';

test('adds up what cargo says of each test program', () => {
  const none = 'test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n';
  const failed = [
    '---- orders::rule_due_soon stdout ----',
    'test result: FAILED. 33 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out',
  ].join('\n');
  assert.deepEqual(cargoTestCounts(none + none), { passed: 0, failed: 0, failures: [] });
  const failures = ['orders::rule_due_soon'];
  assert.deepEqual(cargoTestCounts(`${none}${failed}\n`), { passed: 33, failed: 1, failures });
  assert.equal(cargoTestCounts('error: could not compile `notes-service`\n'), undefined);
});
