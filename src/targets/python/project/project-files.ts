import { canonicalJson } from '#blueprint';
import { documentChunks, openExchangeChunks } from '#contract';
import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../target.ts';
import { contextRules } from '../../typescript/project/documents/context-rules.ts';
import { generated, streamed } from '../../typescript/project/generated.ts';
import { createTestContext } from '../../typescript/project/tests/test-context.ts';
import { deliveryFiles } from './delivery/delivery-files.ts';
import { architecture } from './documents/architecture.ts';
import { contextService } from './documents/context-service.ts';
import { readme } from './documents/readme.ts';
import { resourceTests } from './tests/resource-tests.ts';
import { samplesFile } from './tests/samples-file.ts';

/** The files around the code of a service: what tells of it, ships it and tests it (SP-15.1). */
export function projectFiles(input: TargetInput): readonly GeneratedFile[] {
  const { blueprint, contract } = input;
  const context = createTestContext(input);
  const tests = [...context.samples.values()].map((sample) => resourceTests(sample, context));
  return [
    generated('README.md', readme(input, context.samples)),
    generated('ARCHITECTURE.md', architecture(input)),
    streamed('archimate.xml', () => openExchangeChunks(blueprint)),
    streamed('openapi.yaml', () => documentChunks(contract.openapi, 'yaml')),
    streamed('asyncapi.yaml', () => documentChunks(contract.asyncapi, 'yaml')),
    generated('context/service.md', contextService(input)),
    generated('context/rules.json', canonicalJson(contextRules(input))),
    ...deliveryFiles(input),
    samplesFile(context),
    ...tests.filter((file) => file !== undefined),
  ];
}
