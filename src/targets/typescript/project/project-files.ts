import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../target.ts';
import { testFiles } from './tests/test-files.ts';

/** The files around the code of a service: what tells of it, ships it and tests it (SP-15.1). */
export function projectFiles(input: TargetInput): readonly GeneratedFile[] {
  return [...testFiles(input)];
}
