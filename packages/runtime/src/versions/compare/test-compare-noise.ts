import { randomNumbers } from '../statistics/test-random.ts';
import type { Difference } from './difference.ts';
import { DifferenceEvidence } from './difference-evidence.ts';

const ALPHA = 0.01;
const at = (pointer: string): Difference => ({
  pointer,
  kind: 'value',
  active: '1',
  candidate: '2',
});

/** Fields and how often each differs from the first answer, for reasons of its own. */
const noise = { '/now': 1, '/id': 1, '/lines': 0.8, '/rare': 0.05, '/rarer': 0.005, '/half': 0.5 };

/** Compares so many requests, looking each time; says what was found when, and whether it was ever fine. */
export function compareNoise(seed: number, triples: number, broken: number) {
  const random = randomNumbers(seed);
  const evidence = new DifferenceEvidence();
  const answers = () =>
    Object.entries(noise)
      .filter(([, share]) => random() < share)
      .map(([pointer]) => at(pointer));
  let fineAt: number | undefined;
  for (let count = 1; count <= triples; count += 1) {
    const candidate = answers();
    if (random() < broken) candidate.push(at('/total'));
    evidence.add('GET /', answers(), candidate);
    const [first] = evidence.found(ALPHA);
    if (first !== undefined) return { found: first.pointer, after: count, fineAt };
    if (fineAt === undefined && evidence.isFine(ALPHA)) fineAt = count;
  }
  return { found: undefined, after: triples, fineAt };
}
