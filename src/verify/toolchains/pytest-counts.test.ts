import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pytestCounts } from './pytest-counts.ts';

test('reads what pytest says at its end', () => {
  const failed = 'FAILED tests/test_a.py::test_one - assert 1 == 2\n1 failed, 40 passed in 3.21s\n';
  const cases = [
    ['12 passed in 0.50s\n', 12, 0, 0],
    ['===== 3 passed, 1 skipped in 1.00s =====\n', 3, 0, 0],
    [failed, 40, 1, 1],
    ['ERROR tests/test_b.py\n1 error in 0.10s\n', 0, 1, 1],
  ] as const;
  for (const [output, passed, failures, named] of cases) {
    const counts = pytestCounts(output);
    assert.deepEqual(
      [counts?.passed, counts?.failed, counts?.failures.length],
      [passed, failures, named],
    );
  }
  assert.equal(pytestCounts('No module named pytest\n'), undefined);
});
