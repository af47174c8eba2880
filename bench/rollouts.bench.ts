import { simulate, type World } from '../packages/runtime/src/versions/statistics/test-simulate.ts';
import { type Bench, benchRow } from './bench.ts';
import { median } from './support/median.ts';

const RUNS = 500;

/** The candidate is as good as the active version. */
const good: Readonly<Record<string, World>> = {
  healthy: {},
  'bursts of both': { bursts: 0.05 },
  'bursts of each': { ownBursts: 0.05 },
};

const tenfold = 'errors × 10';
/** It is worse. */
const bad: Readonly<Record<string, World>> = {
  'errors × 3': { errorRatio: 3 },
  [tenfold]: { errorRatio: 10 },
  'errors × 10, bursts of each': { errorRatio: 10, ownBursts: 0.05 },
  'latency × 1.5': { slower: 1.5 },
  'latency × 2': { slower: 2 },
};

/**
 * Simulated rollouts: 50 requests a second, 10 % for the candidate, 1 % errors, looked at after every request. The
 * README of packages/runtime has the grid with a thousand of each.
 */
export const bench: Bench = {
  id: 'runtime/rollouts',
  area: 'runtime',
  async run() {
    const percent = (runs: ReturnType<typeof grid>[string], verdict: string) =>
      (100 * runs.filter((run) => run.verdict === verdict).length) / RUNS;
    const worst = (runs: ReturnType<typeof grid>, verdict: string) => {
      const each = Object.entries(runs).map(
        ([name, found]) => [name, percent(found, verdict)] as const,
      );
      const text = each.map(([name, share]) => `${name} ${share.toFixed(1)}`).join(', ');
      return {
        value: Math.max(...each.map(([, share]) => share)),
        against: `${text}; ${RUNS} each`,
      };
    };
    const healthy = grid(good);
    const worse = grid(bad);
    const ten = worse[tenfold] ?? [];
    const common = { area: 'runtime' } as const;
    return [
      benchRow({
        ...common,
        id: 'runtime/rollouts-false-rollback',
        unit: '%',
        goal: '<= 1',
        ...worst(healthy, 'roll back'),
      }),
      benchRow({
        ...common,
        id: 'runtime/rollouts-false-promotion',
        unit: '%',
        goal: '<= 1',
        ...worst(worse, 'promote'),
      }),
      benchRow({
        ...common,
        id: 'runtime/rollouts-found',
        value: percent(ten, 'roll back'),
        unit: '%',
        against: 'ten times the errors',
        goal: '>= 99',
      }),
      benchRow({
        ...common,
        id: 'runtime/rollouts-minutes',
        value: median(ten.map(({ seconds }) => seconds)) / 60,
        unit: 'min',
        against: 'median until ten times the errors are found',
        goal: '<= 2.5',
      }),
    ];
  },
};

const grid = (worlds: Readonly<Record<string, World>>) =>
  Object.fromEntries(
    Object.entries(worlds).map(([name, world]) => [
      name,
      Array.from({ length: RUNS }, (_, seed) => simulate(seed + 1, world)),
    ]),
  );
