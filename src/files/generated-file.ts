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
  /** The content in pieces, where it is made anew whenever it is read; see `streamedFile`. */
  readonly chunks?: () => Iterable<string>;
}

/**
 * A file whose text is made when it is read, and not kept: documents about all entities of a service are
 * large, and written once. `chunks` gives the same text each time, and never cuts a character in two.
 */
export function streamedFile(
  file: Omit<GeneratedFile, 'content' | 'chunks'>,
  chunks: () => Iterable<string>,
): GeneratedFile {
  const streamed = {
    ...file,
    get content() {
      return [...chunks()].join('');
    },
  };
  // A copy with another content must not keep the pieces of this one.
  return Object.defineProperty(streamed, 'chunks', { value: chunks, enumerable: false });
}

/** The content of a file in pieces. */
export function chunksOf(file: GeneratedFile): Iterable<string> {
  return file.chunks?.() ?? [file.content];
}
