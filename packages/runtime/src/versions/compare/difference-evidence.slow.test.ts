import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareNoise } from './test-compare-noise.ts';

const ALPHA = 0.01;

describe('a difference', () => {
  it('is not seen in noise: 1,000 shadows of 300 requests under continuous peeking', () => {
    const runs = Array.from({ length: 1000 }, (_, seed) => compareNoise(seed + 1, 300, 0));
    const wrong = runs.filter(({ found }) => found !== undefined).length;
    assert.ok(wrong / runs.length <= ALPHA, `${wrong} of ${runs.length}`);
  });

  it('in more answers than are tolerated is never fine', () => {
    const runs = Array.from({ length: 1000 }, (_, seed) => compareNoise(seed + 1, 300, 0.03));
    const wrong = runs.filter(({ fineAt }) => fineAt !== undefined).length;
    assert.ok(wrong / runs.length <= ALPHA, `${wrong} of ${runs.length}`);
  });

  it('is seen: always there after some 20 requests, in one of twenty after some 400', () => {
    const after = (broken: number) => {
      const runs = Array.from({ length: 40 }, (_, seed) => compareNoise(seed + 1, 3000, broken));
      assert.ok(runs.filter(({ found }) => found === '/total').length >= 39);
      return runs.map((run) => run.after).sort((a, b) => a - b)[20] ?? 0;
    };
    assert.ok(after(1) <= 25, `${after(1)}`);
    assert.ok(after(0.05) <= 500, `${after(0.05)}`);
  });
});
