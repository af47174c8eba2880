import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../target.ts';
import { deliveryFiles } from './delivery/delivery-files.ts';
import { documentFiles } from './documents/document-files.ts';
import { createTestContext } from './tests/test-context.ts';
import { testFiles } from './tests/test-files.ts';

/** The files around the code of a service: what tells of it, ships it and tests it (SP-15.1). */
export function projectFiles(input: TargetInput): readonly GeneratedFile[] {
  const context = createTestContext(input);
  return [...documentFiles(input, context.samples), ...deliveryFiles(input), ...testFiles(context)];
}
