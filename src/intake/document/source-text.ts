import type { SourceSpan } from '#diagnostics';

/** The text as it is parsed, and the way from offsets in it to lines and columns. */
export interface SourceText {
  readonly name: string;
  /** Line ends are `\n`; no byte-order mark. Lines and columns are those of the original. */
  readonly text: string;
  readonly lines: readonly string[];
  readonly lineStarts: readonly number[];
}

export function sourceText(name: string, original: string): SourceText {
  const text = original.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lines = text.split('\n');
  const lineStarts: number[] = [];
  let start = 0;
  for (const line of lines) {
    lineStarts.push(start);
    start += line.length + 1;
  }
  return { name, text, lines, lineStarts };
}

/** @param end exclusive */
export function spanOf(
  source: Pick<SourceText, 'name' | 'lineStarts'>,
  start: number,
  end: number,
): SourceSpan {
  const from = placeOf(source.lineStarts, start);
  const to = placeOf(source.lineStarts, Math.max(start, end));
  return {
    document: source.name,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}

function placeOf(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
