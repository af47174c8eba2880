import type { GeneratedFile } from '#files';
import type { JsonRecord } from '#rules';
import { differences } from '../../../shared/samples/differences.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import type { SampleContext } from '../../../shared/samples/sample-context.ts';
import { generated } from '../../../shared/generated.ts';
import { call, dict, literal, print, tuple } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';
import { countedCode, jsonCode } from './json-code.ts';

/** `tests/samples.py`: a record of each resource that keeps all rules. */
export function samplesFile(context: SampleContext): GeneratedFile {
  const { service } = context.input;
  const all = [...context.samples.values()].map((sample): [string, Code] => [
    sample.entity.name,
    sampleCode(sample, context),
  ]);
  const code = dict(Object.fromEntries(all));
  const text = print(code, 'SAMPLES: dict[str, Sample] = ');
  const names = [
    ...(text.includes('Ref(') ? ['Ref'] : []),
    'Sample',
    ...(text.includes('one_of(') ? ['one_of'] : []),
  ];
  return generated(
    'tests/samples.py',
    [
      '"""Records that can be made: they keep all rules."""\n\n',
      `from tests.support import ${names.join(', ')}\n\n`,
      `PUBLIC = ${service.access === 'public' ? 'True' : 'False'}\n`,
      print(tuple(context.roles.map(literal)), 'ROLES: tuple[str, ...] = '),
      `\n${text}\n`,
    ].join(''),
  );
}

function sampleCode(sample: Sample, { input }: SampleContext): Code {
  const { service } = input;
  const vary = sample.unique.map(({ name, counted, values }): [string, Code] => [
    name,
    counted === undefined
      ? call(
          'one_of',
          (values ?? []).map((value) => jsonCode(value, service)),
        )
      : countedCode(counted),
  ]);
  const states = [...stateChanges(sample)].map(([state, changes]): [string, Code] => [
    state,
    tuple(changes.map((change) => jsonCode(change, service))),
  ]);
  return call('Sample', [], {
    path: literal(sample.path),
    schema: literal(sample.type),
    record: jsonCode(sample.record, service),
    vary: vary.length > 0 ? dict(Object.fromEntries(vary)) : undefined,
    states: states.length > 1 ? dict(Object.fromEntries(states)) : undefined,
    account: sample.entity.account ? 'True' : undefined,
    few: sample.room <= 1 ? 'True' : undefined,
  });
}

function* stateChanges({ states }: Sample): Generator<[string, readonly JsonRecord[]]> {
  for (const [state, [first, ...path]] of states) {
    yield [state, path.map((record, at) => differences(path[at - 1] ?? first, record))];
  }
}
