import type { GeneratedFile } from '#files';
import { deliveryFiles } from '../../shared/delivery/delivery-files.ts';
import { documentFiles } from '../../shared/documents/document-files.ts';
import { generated } from '../../shared/generated.ts';
import { createSampleContext } from '../../shared/samples/sample-context.ts';
import type { TargetInput } from '../../target.ts';
import { entityNames } from '../names.ts';
import { delivery } from './delivery/delivery.ts';
import { architecture } from '../../shared/documents/architecture.ts';
import { contextService } from '../../shared/documents/context-service.ts';
import { codeMap } from './documents/code-map.ts';
import { readme } from './documents/readme.ts';
import { resourceTests } from './tests/resource-tests.ts';
import { samplesFile } from './tests/samples-file.ts';

/** The files around the code of a service: what tells of it, ships it and tests it (SP-15.1). */
export function projectFiles(input: TargetInput): readonly GeneratedFile[] {
  const context = createSampleContext(input);
  const tests = [...context.samples.values()]
    .map((sample) => resourceTests(sample, context))
    .filter((file) => file !== undefined);
  const code = codeMap(input.service);
  const documents = documentFiles(input, {
    readme: readme(input, context.samples),
    architecture: architecture(input, code),
    contextService: contextService(input, code),
    enforcingFile: (entity, what) => `src/resources/${entityNames(entity).module}/${what}.rs`,
  });
  return [
    ...documents,
    ...deliveryFiles(input, delivery(input.service)),
    samplesFile(context),
    ...tests,
    testModules(tests),
  ];
}

/** `tests/service/resources.rs`: the modules of the tests. */
function testModules(tests: readonly GeneratedFile[]): GeneratedFile {
  const names = tests.map(({ path }) => path.split('/').at(-1)?.replace('.rs', '') ?? '');
  const lines = names.toSorted((a, b) => (a < b ? -1 : 1)).map((name) => `mod ${name};\n`);
  const head = '//! The tests of each resource.\n';
  return generated(
    'tests/service/resources.rs',
    [head, ...(lines.length > 0 ? ['\n'] : []), ...lines].join(''),
  );
}
