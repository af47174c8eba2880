import { binomial, type Distribution, hypergeometric } from './distribution.ts';

/** What one version did in a stretch of time: requests, and those among them that count (errors, slow ones). */
export interface Tally {
  readonly of: number;
  readonly events: number;
}

/**
 * How far `one` is ahead of `other` in events, from -1 to 1, made so that it is 0 on average when both are
 * equal, however much both fluctuate together, and however unequal their shares of the traffic are:
 *
 * The larger version is thinned at random to as many requests as the smaller. Counts of equal numbers of
 * requests are exchangeable when both versions are alike, and any bounded odd function of the difference of
 * exchangeable numbers has mean 0 (Vovk, Wang: Nonparametric e-tests of symmetry, 2024). The function is
 * tanh; the mean over all thinnings is taken in place of one random thinning, which keeps the mean at 0.
 *
 * @param ratio the boundary: 0 on average when `one` has `ratio` times as many events as `other`
 */
export function lead(one: Tally, other: Tally, ratio = 1): number {
  const requests = Math.min(one.of, other.of);
  if (requests === 0) return 0;
  const mine = spread(hypergeometric(one.of, one.events, requests), 1 / ratio);
  const theirs = hypergeometric(other.of, other.events, requests);
  let sum = 0;
  for (const [i, p] of mine.p.entries()) {
    for (const [j, q] of theirs.p.entries()) {
      sum += p * q * Math.tanh((STEEPNESS / 2) * (mine.from + i - theirs.from - j));
    }
  }
  return sum;
}

/** The best for events that are three times as frequent; others lose little by it. */
const STEEPNESS = Math.log(3);

/** Keeps each event with a probability. */
function spread({ from, p }: Distribution, kept: number): Distribution {
  if (kept >= 1) return { from, p };
  const result: number[] = [];
  for (const [index, weight] of p.entries()) {
    const thinned = binomial(from + index, kept);
    for (const [k, each] of thinned.p.entries()) {
      const at = thinned.from + k;
      result[at] = (result[at] ?? 0) + weight * each;
    }
  }
  return { from: 0, p: Array.from(result, (each) => each ?? 0) };
}
