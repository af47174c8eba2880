import type { Node } from '#blueprint';
import type { GeneratedFile } from '#files';
import type { Imports } from '../../emit/imports.ts';
import { generated } from '../../../shared/generated.ts';

/** A file of the tests: imports, then blocks with a blank line between them. */
export function testFile(
  path: string,
  imports: Imports,
  blocks: readonly string[],
  ...nodes: readonly Pick<Node, 'sources'>[]
): GeneratedFile {
  return generated(path, `${imports.print()}\n${blocks.join('\n\n')}\n`, ...nodes);
}
