import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareNoise } from './test-compare-noise.ts';

describe('a difference', () => {
  it('is known to be absent after some 500 requests', () => {
    const runs = Array.from({ length: 20 }, (_, seed) => compareNoise(seed + 1, 1000, 0));
    const after = runs.map(({ fineAt }) => fineAt ?? Infinity).sort((a, b) => a - b);
    assert.ok((after[10] ?? Infinity) <= 600, `${after[10]}`);
  });

  it('is seen after some 20 requests where it is always there', () => {
    const runs = Array.from({ length: 10 }, (_, seed) => compareNoise(seed + 1, 100, 1));
    assert.ok(runs.every(({ found, after }) => found === '/total' && after <= 40));
  });
});
