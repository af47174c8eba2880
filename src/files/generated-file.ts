import type { SourceSpan } from '#diagnostics';

/** Whose a file is: `generated` is merged on every update, `scaffold` is written once, then the user's. */
export type Owner = 'generated' | 'scaffold';

/** One file that a target emits. `path` is relative and posix; `sources` are the lines it came from. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
  readonly owner: Owner;
  readonly sources: readonly SourceSpan[];
  readonly executable?: boolean;
}
