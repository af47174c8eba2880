import type { Node } from '#blueprint';
import { streamedFile } from '#files';
import type { GeneratedFile } from '#files';

/** A file of ours, made from the lines that the nodes were read from. */
export function generated(
  path: string,
  content: string,
  ...nodes: readonly Pick<Node, 'sources'>[]
): GeneratedFile {
  return { path, content, owner: 'generated', sources: nodes.flatMap(({ sources }) => sources) };
}

/** A large file of ours about the whole service, made piece by piece when it is written. */
export function streamed(path: string, chunks: () => Iterable<string>): GeneratedFile {
  return streamedFile({ path, owner: 'generated', sources: [] }, chunks);
}
