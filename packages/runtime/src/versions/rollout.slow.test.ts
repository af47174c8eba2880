import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canary, rollOut } from './test-versions.ts';

describe('a rollout under load', () => {
  for (let round = 1; round <= 8; round += 1) {
    it(`promotes what is as good, and loses no request (${round} of 8)`, async () => {
      const { decision, versions, retired, count } = await rollOut({});
      assert.equal(decision.verdict, 'promote', JSON.stringify(decision));
      assert.deepEqual([versions, retired], [['1.1.0'], ['1.0.0']]);
      assert.deepEqual([count.sent, count.failed, count.errors], [count.ok, 0, 0]);
    });

    it(`takes back what fails more, and loses no request (${round} of 8)`, async () => {
      const { decision, versions, retired, count } = await rollOut({ errors: 0.3 });
      assert.equal(decision.verdict, 'roll back', JSON.stringify(decision));
      assert.deepEqual(decision.reasons, ['more: errors']);
      assert.deepEqual([versions, retired], [['1.0.0'], ['1.1.0']]);
      assert.deepEqual([count.sent, count.failed], [count.ok + count.errors, 0]);
    });
  }

  it('sees one wrong answer in twenty among the noise, and never gives it traffic', async () => {
    const answer = (id: number) => (id % 20 === 7 ? { total: -1 } : {});
    const { decision, count, both } = await rollOut({ answer }, { shadow: {}, canary });
    assert.deepEqual([decision.verdict, decision.phase], ['roll back', 'shadow']);
    assert.ok(decision.reasons.some((reason) => reason.includes('/body/total value')));
    assert.deepEqual([count.failed, both.next.store], [0, []]);
  });
});
