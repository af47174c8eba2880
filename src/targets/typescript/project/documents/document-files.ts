import { canonicalJson } from '#blueprint';
import { documentChunks, openExchangeChunks } from '#contract';
import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../../target.ts';
import { generated, streamed } from '../generated.ts';
import type { Samples } from '../samples/create-samples.ts';
import { architecture } from './architecture.ts';
import { contextRules } from './context-rules.ts';
import { contextService } from './context-service.ts';
import { readme } from './readme.ts';

/** What tells people, programs and agents about the service. */
export function documentFiles(input: TargetInput, samples: Samples): readonly GeneratedFile[] {
  const { blueprint, contract } = input;
  return [
    generated('README.md', readme(input, samples)),
    generated('ARCHITECTURE.md', architecture(input)),
    streamed('archimate.xml', () => openExchangeChunks(blueprint)),
    streamed('openapi.yaml', () => documentChunks(contract.openapi, 'yaml')),
    streamed('asyncapi.yaml', () => documentChunks(contract.asyncapi, 'yaml')),
    generated('context/service.md', contextService(input)),
    generated('context/rules.json', canonicalJson(contextRules(input))),
  ];
}
