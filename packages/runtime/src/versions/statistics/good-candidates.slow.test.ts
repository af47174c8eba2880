import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdicts, type World } from './test-simulate.ts';

/** 1 %, and what chance adds to it in a thousand runs once in a thousand grids. */
const MOST = 20;

/** Worlds in which the candidate is as good as the active version. */
const healthy: Record<string, World> = {
  'one error in a hundred': {},
  'one error in a thousand, half of the traffic': { errors: 0.001, share: 0.5 },
  'half of the traffic': { share: 0.5 },
  'bursts of errors of both': { bursts: 0.05 },
  'bursts of errors of each, 10 s': { ownBursts: 0.05, burstSeconds: 10 },
};

describe('a thousand rollouts, looked at after every request', () => {
  for (const [name, world] of Object.entries(healthy)) {
    it(`of a good candidate, at most 1 % are taken back: ${name}`, (test) => {
      const found = verdicts(world);
      test.diagnostic(JSON.stringify(found));
      assert.ok(found.back <= MOST, JSON.stringify(found));
    });
  }
});
