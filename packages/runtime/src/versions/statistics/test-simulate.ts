import { defaultTolerance } from '../tolerance.ts';
import { CanaryEvidence } from './canary-evidence.ts';
import { randomNumbers } from './test-random.ts';

/** A rollout to simulate. */
export interface World {
  /** Share of errors of the active version; default 1 %. */
  readonly errors?: number;
  /** The candidate has so many times the errors, or is so many times slower. */
  readonly errorRatio?: number;
  readonly slower?: number;
  /** The candidate's share of the requests; default 10 %. */
  readonly share?: number;
  /** Share of the time with ten times the errors (and less else): of both together, or of each for itself. */
  readonly bursts?: number;
  readonly ownBursts?: number;
  /** Mean length of a burst; lengths are exponential. */
  readonly burstSeconds?: number;
}

export interface Simulated {
  readonly verdict: 'promote' | 'roll back' | 'inconclusive';
  readonly seconds: number;
  readonly by: string;
}

const PER_SECOND = 50;
const ALPHA = 0.01;

/** Half an hour at 50 requests a second, log-normal latencies, under a look after every request. */
export function simulate(seed: number, world: World, minutes = 30): Simulated {
  const { errors = 0.01, errorRatio = 1, slower = 1, share = 0.1 } = world;
  const random = randomNumbers(seed * 7919);
  const evidence = new CanaryEvidence(defaultTolerance);
  const burst = bursts(world, random);
  const requests = minutes * 60 * PER_SECOND;
  for (let count = 0; count < requests; count += 1) {
    const at = (count * 1000) / PER_SECOND;
    const arm = random() < share ? 'candidate' : 'active';
    const rate = errors * (arm === 'candidate' ? errorRatio : 1) * burst(at, arm);
    const usualMs = latencies[Math.floor(random() * latencies.length)] ?? 0;
    const latencyMs = usualMs * (arm === 'candidate' ? slower : 1);
    evidence.add({ arm, at, status: random() < rate ? 500 : 200, latencyMs });
    // The evidence changes with the candidate's requests and at the end of blocks only.
    if (arm === 'active' && count % PER_SECOND !== 0) continue;
    const worse = evidence.worse(ALPHA);
    if (worse.length > 0) return { verdict: 'roll back', seconds: at / 1000, by: worse.join() };
    if (count % PER_SECOND === 0 && evidence.open(ALPHA).length === 0) {
      return { verdict: 'promote', seconds: at / 1000, by: '' };
    }
  }
  return { verdict: 'inconclusive', seconds: minutes * 60, by: evidence.open(ALPHA).join() };
}

const RUNS = 1000;

/** What a thousand rollouts come to, each under continuous peeking. */
export function verdicts(world: World) {
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

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Log-normal, drawn once: to draw from them again is three times as fast. */
const latencies = (() => {
  const random = randomNumbers(1);
  return Float64Array.from({ length: 65_536 }, () => 20 * Math.exp(0.5 * normal(random)));
})();

function bursts({ bursts = 0, ownBursts = 0, burstSeconds = 5 }: World, random: () => number) {
  if (bursts + ownBursts === 0) return () => 1;
  const until = { both: -1, active: -1, candidate: -1 };
  let second = -1;
  const begin = (who: keyof typeof until, share: number, at: number) => {
    if (share > 0 && at > until[who] && random() < share / burstSeconds) {
      until[who] = at - 1000 * burstSeconds * Math.log(1 - random());
    }
  };
  // The mean stays the same.
  const factor = (share: number, on: boolean) => (on ? 10 : (1 - 10 * share) / (1 - share));
  return (at: number, arm: 'active' | 'candidate') => {
    if (Math.floor(at / 1000) !== second) {
      second = Math.floor(at / 1000);
      begin('both', bursts, at);
      begin('active', ownBursts, at);
      begin('candidate', ownBursts, at);
    }
    return factor(bursts, at <= until.both) * factor(ownBursts, at <= until[arm]);
  };
}
