import type { SourceSpan } from './diagnostic.ts';
import type { Range } from './json-document.ts';

/** Lines and columns, from 1, of a range of a text. */
export function spanOf(document: string, text: string, { start, end }: Range): SourceSpan {
  const from = place(text, start);
  const to = place(text, end);
  return { document, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function place(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return {
    line: before.split('\n').length,
    column: offset - (before.lastIndexOf('\n') + 1) + 1,
  };
}
