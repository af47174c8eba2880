import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareNoise } from './test-compare-noise.ts';

describe('a difference', () => {
  it('is known to be absent after some 500 requests', () => {
    const runs = Array.from({ length: 20 }, (_, seed) => compareNoise(seed + 1, 1000, 0));
    const after = runs.map(({ fineAt }) => fineAt ?? Infinity).sort((a, b) => a - b);
    assert.ok((after[10] ?? Infinity) <= 600, `${after[10]}`);
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
