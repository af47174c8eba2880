import type { Node } from '#blueprint';
import type { GeneratedFile } from '#files';

/** A file of ours, made from the lines that the nodes were read from. */
export function generated(
  path: string,
  content: string,
  ...nodes: readonly Pick<Node, 'sources'>[]
): GeneratedFile {
  return { path, content, owner: 'generated', sources: nodes.flatMap(({ sources }) => sources) };
}
