import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../target.ts';
import { documentFiles } from '../../shared/documents/document-files.ts';
import { entityNames } from '../names.ts';
import { createSampleContext } from '../../shared/samples/sample-context.ts';
import { deliveryFiles } from '../../shared/delivery/delivery-files.ts';
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
  const tests = [...context.samples.values()].map((sample) => resourceTests(sample, context));
  const code = codeMap(input.service);
  const documents = documentFiles(input, {
    readme: readme(input, context.samples),
    architecture: architecture(input, code),
    contextService: contextService(input, code),
    enforcingFile: (entity, what) => `app/resources/${entityNames(entity).module}/${what}.py`,
  });
  return [
    ...documents,
    ...deliveryFiles(input, delivery(input.service)),
    samplesFile(context),
    ...tests.filter((file) => file !== undefined),
  ];
}
