/** A line of code and where it starts in its block. */
export interface CodeLine {
  readonly text: string;
  readonly start: number;
}

/** The lines of a text that begins at `offset` of its block. */
export function linesOf(text: string, offset = 0): readonly CodeLine[] {
  const lines: CodeLine[] = [];
  let start = offset;
  for (const line of text.split('\n')) {
    lines.push({ text: line, start });
    start += line.length + 1;
  }
  return lines;
}

/** Where the words of a line stand, without the blanks around them. */
export function spanOfLine({ text, start }: CodeLine): { start: number; end: number } {
  return {
    start: start + text.length - text.trimStart().length,
    end: start + text.trimEnd().length,
  };
}
