import type { GeneratedFile } from '#files';
import { generated } from '../../../shared/generated.ts';
import { differences } from '../../../shared/samples/differences.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import type { SampleContext } from '../../../shared/samples/sample-context.ts';
import { testValue } from './test-value.ts';

/** `tests/service/samples.json`: a record of each resource that keeps all rules. */
export function samplesFile(context: SampleContext): GeneratedFile {
  const all = [...context.samples.values()].map((sample) => [
    sample.entity.name,
    sampleOf(sample, context),
  ]);
  const text = JSON.stringify(Object.fromEntries(all), undefined, 2);
  return generated('tests/service/samples.json', `${text}\n`);
}

function sampleOf(sample: Sample, { input }: SampleContext): object {
  const { service } = input;
  const vary = sample.unique.map(({ name, counted, values }) => [
    name,
    counted ?? (values ?? []).map((value) => testValue(value, service)),
  ]);
  const states = [...sample.states].map(([state, [first, ...path]]) => [
    state,
    path.map((record, at) => testValue(differences(path[at - 1] ?? first, record), service)),
  ]);
  return {
    path: sample.path,
    record: testValue(sample.record, service),
    ...(vary.length > 0 && { vary: Object.fromEntries(vary) }),
    ...(states.length > 1 && { states: Object.fromEntries(states) }),
    ...(sample.entity.account && { account: true }),
  };
}
