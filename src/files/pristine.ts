import type { FileTree } from './file-tree.ts';

/** A conflict not yet resolved: the two texts that its side file was made from. */
export interface PendingConflict {
  readonly generated: string;
  readonly yours: string;
}

/** What we wrote last time, as it was before anybody touched it: the base of the next merge. */
export interface Pristine {
  readonly files: FileTree;
  readonly pending: ReadonlyMap<string, PendingConflict>;
}
