import { ratioSampler, type Sampler } from '../middleware/sampler.ts';

const ARGUMENT = 'OTEL_TRACES_SAMPLER_ARG';

/** The samplers of the standard: who decides which traces are sent. */
export function readSampler(
  name = 'parentbased_always_on',
  argument: string | undefined,
  wrong: (name: string, problem: string, instead: string) => void,
): Sampler {
  const ratio = Number(argument ?? 1);
  const usesRatio = name.endsWith('traceidratio');
  const fine = ratio >= 0 && ratio <= 1;
  if (argument !== undefined && usesRatio && !fine)
    wrong(ARGUMENT, 'is no number from 0 to 1', 'It counts as 1');
  if (argument !== undefined && !usesRatio)
    wrong(ARGUMENT, 'says something to a sampler that takes nothing', 'It changes nothing');
  const own: Readonly<Record<string, number>> = {
    always_on: 1,
    always_off: 0,
    traceidratio: fine ? ratio : 1,
  };
  const parentBased = name.startsWith('parentbased_');
  const share = own[parentBased ? name.slice('parentbased_'.length) : name];
  if (share === undefined) {
    wrong(
      'OTEL_TRACES_SAMPLER',
      `is ${JSON.stringify(name)}, which is no sampler`,
      'It counts as parentbased_always_on',
    );
    return ratioSampler(1, true);
  }
  return ratioSampler(share, parentBased);
}
