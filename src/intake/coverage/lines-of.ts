import type { SourceSpan } from '#diagnostics';

/** The lines that a span touches; one that ends before the first column of a line does not touch it. */
export function linesOf({ line, endLine, endColumn }: SourceSpan): readonly number[] {
  const last = endColumn === 1 && endLine > line ? endLine - 1 : endLine;
  return Array.from({ length: last - line + 1 }, (_, index) => line + index);
}
