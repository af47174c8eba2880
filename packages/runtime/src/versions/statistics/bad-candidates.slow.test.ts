import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdicts, type World } from './test-simulate.ts';

/** 1 %, and what chance adds to it in a thousand runs once in a thousand grids. */
const MOST = 20;

/** Worlds in which it is worse. */
const worse: Record<string, World> = {
  'errors × 3': { errorRatio: 3 },
  'errors × 10': { errorRatio: 10 },
  'errors × 10 of one in a thousand': { errors: 0.001, errorRatio: 10 },
  'errors × 3, bursts of each': { errorRatio: 3, ownBursts: 0.05 },
  'latency × 1.5': { slower: 1.5 },
  'latency × 2': { slower: 2 },
};

describe('a thousand rollouts, looked at after every request', () => {
  for (const [name, world] of Object.entries(worse)) {
    it(`of a bad candidate, at most 1 % are promoted: ${name}`, (test) => {
      const found = verdicts(world);
      test.diagnostic(JSON.stringify(found));
      assert.ok(found.promoted <= MOST, JSON.stringify(found));
      if (world.errorRatio === 10 && world.errors === undefined) {
        assert.ok(found.back >= 990 && found.median <= 150, JSON.stringify(found));
      }
    });
  }
});
