import type { Token } from 'markdown-it';
import type { Cell, Mark } from './document.ts';
import { inlineText } from './inline-text.ts';
import type { InlineText } from './inline-text.ts';

/**
 * The cells of a table row. A pipe that was meant as text (`a|b` in backticks) makes the parser see
 * too many cells and drop the last: then the line is split here, where backticks protect pipes.
 */
export function rowCells(
  inlines: readonly Token[],
  line: string,
  lineStart: number,
): { piece: InlineText; cells: readonly Cell[] } {
  const ranges = splitRow(line);
  let text = '';
  const map: number[] = [];
  const marks: Mark[] = [];
  const cells: Cell[] = [];
  for (const [index, inline] of inlines.entries()) {
    const range = ranges[index] ?? { start: line.length, text: '' };
    const parsed =
      ranges.length > inlines.length || range.text === inline.content || range.text.includes('\\|');
    const cell = parsed
      ? inlineText(inline, inline.content, (offset) => lineStart + range.start + offset)
      : plain(range.text, lineStart + range.start);
    const start = text.length;
    for (let at = 0; at < cell.map.length; at += 2)
      map.push(start + (cell.map[at] ?? 0), cell.map[at + 1] ?? 0);
    marks.push(
      ...cell.marks.map((mark) => ({ ...mark, start: mark.start + start, end: mark.end + start })),
    );
    cells.push({ text: cell.text, start });
    text += index === inlines.length - 1 ? cell.text : `${cell.text}\t`;
  }
  return { piece: { text, marks, map }, cells };
}

function plain(raw: string, origin: number): InlineText {
  return { text: raw.replaceAll(/[`*]/g, ''), marks: [], map: [0, origin] };
}

function splitRow(line: string): { start: number; text: string }[] {
  const cells: { start: number; text: string }[] = [];
  let start = 0;
  let quoted = false;
  const close = (end: number) => {
    const raw = line.slice(start, end);
    cells.push({ start: start + raw.length - raw.trimStart().length, text: raw.trim() });
    start = end + 1;
  };
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at];
    if (char === '\\') at += 1;
    else if (char === '`') quoted = !quoted;
    else if (char === '|' && !quoted) close(at);
  }
  close(line.length);
  if (cells[0]?.text === '') cells.shift();
  if (cells.at(-1)?.text === '') cells.pop();
  return cells;
}
