import type { GeneratedFile } from '#files';
import { documentText } from '#contract';
import type { TargetInput } from '../../target.ts';
import { generated } from '../../typescript/project/generated.ts';

/** The files around the code of a service: what tells of it, ships it and tests it (SP-15.1). */
export function projectFiles({ contract }: TargetInput): readonly GeneratedFile[] {
  return [
    generated('openapi.yaml', documentText(contract.openapi, 'yaml')),
    generated('asyncapi.yaml', documentText(contract.asyncapi, 'yaml')),
  ];
}
