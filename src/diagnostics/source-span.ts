/**
 * A place in a document: lines and columns are 1-based, columns count UTF-16 units
 * (as editors and the Language Server Protocol do), the end is exclusive.
 */
export interface SourceSpan {
  readonly document: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
