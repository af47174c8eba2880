import { canonicalJson } from '#blueprint';
import { documentChunks, openExchangeChunks } from '#contract';
import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../target.ts';
import { generated, streamed } from '../generated.ts';
import { contextRules } from './context-rules.ts';
import type { EnforcingFile } from './context-rules.ts';

/** What a target says in its own words, and where it enforces what. */
export interface Documents {
  readonly readme: string;
  readonly architecture: string;
  readonly contextService: string;
  readonly enforcingFile: EnforcingFile;
}

/** What tells people, programs and agents about the service. */
export function documentFiles(input: TargetInput, documents: Documents): readonly GeneratedFile[] {
  const { blueprint, contract } = input;
  const rules = contextRules(input, documents.enforcingFile);
  return [
    generated('README.md', documents.readme),
    generated('ARCHITECTURE.md', documents.architecture),
    streamed('archimate.xml', () => openExchangeChunks(blueprint)),
    streamed('openapi.yaml', () => documentChunks(contract.openapi, 'yaml')),
    streamed('asyncapi.yaml', () => documentChunks(contract.asyncapi, 'yaml')),
    generated('context/service.md', documents.contextService),
    generated('context/rules.json', canonicalJson(rules)),
  ];
}
