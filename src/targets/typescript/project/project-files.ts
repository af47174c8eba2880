import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../target.ts';
import { deliveryFiles } from '../../shared/delivery/delivery-files.ts';
import { generated } from '../../shared/generated.ts';
import { delivery } from './delivery/delivery.ts';
import { documentFiles } from '../../shared/documents/document-files.ts';
import { entityNames } from '../names.ts';
import { architecture } from './documents/architecture.ts';
import { contextService } from './documents/context-service.ts';
import { readme } from './documents/readme.ts';
import { createTestContext } from './tests/test-context.ts';
import { testFiles } from './tests/test-files.ts';

/** The files around the code of a service: what tells of it, ships it and tests it (SP-15.1). */
export function projectFiles(input: TargetInput): readonly GeneratedFile[] {
  const context = createTestContext(input);
  const documents = documentFiles(input, {
    readme: readme(input, context.samples),
    architecture: architecture(input),
    contextService: contextService(input),
    enforcingFile(entity, what) {
      const { folder, file } = entityNames(entity);
      return `${folder}/${file}.${what}.ts`;
    },
  });
  return [
    ...documents,
    ...deliveryFiles(input, delivery(input.service)),
    generated('.editorconfig', EDITOR),
    ...testFiles(context),
  ];
}

const EDITOR = `root = true

[*]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
trim_trailing_whitespace = true
`;
