import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate, type World } from './test-simulate.ts';

const RUNS = 1000;
/** 1 %, and what chance adds to it in a thousand runs once in a thousand grids. */
const MOST = 20;

/** What 1,000 rollouts come to, each under continuous peeking. */
function verdicts(world: World) {
  const runs = Array.from({ length: RUNS }, (_, seed) => simulate(seed + 1, world));
  const count = (verdict: string) => runs.filter((run) => run.verdict === verdict).length;
  const seconds = runs.map((run) => run.seconds).sort((a, b) => a - b);
  const median = seconds[RUNS / 2] ?? 0;
  const found = {
    promoted: count('promote'),
    back: count('roll back'),
    open: count('inconclusive'),
  };
  return { ...found, median };
}

/** Worlds in which the candidate is as good as the active version. */
const healthy: Record<string, World> = {
  'one error in a hundred': {},
  'one error in a thousand': { errors: 0.001 },
  'no errors': { errors: 0 },
  'half of the traffic': { share: 0.5 },
  'bursts of errors of both': { bursts: 0.05 },
  'bursts of errors of each, 5 s': { ownBursts: 0.05 },
};
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
  for (const [name, world] of Object.entries(healthy)) {
    it(`of a good candidate, at most 1 % are taken back: ${name}`, (test) => {
      const found = verdicts(world);
      test.diagnostic(JSON.stringify(found));
      assert.ok(found.back <= MOST, JSON.stringify(found));
    });
  }

  for (const [name, world] of Object.entries(worse)) {
    it(`of a bad candidate, at most 1 % are promoted: ${name}`, (test) => {
      const found = verdicts(world);
      test.diagnostic(JSON.stringify(found));
      assert.ok(found.promoted <= MOST, JSON.stringify(found));
      if (world.errorRatio === 10 && world.errors === undefined) {
        assert.ok(found.back >= 0.99 * RUNS && found.median <= 150, JSON.stringify(found));
      }
    });
  }
});
