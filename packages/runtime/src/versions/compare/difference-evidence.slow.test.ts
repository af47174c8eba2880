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
});
