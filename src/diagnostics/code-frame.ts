import { type Cell, displayCells } from './display-cells.ts';
import type { SourceSpan } from './source-span.ts';

/** One line of a frame: the number (absent for a gap), the text, and the underline without colour. */
export interface FrameLine {
  readonly number?: number;
  readonly text: string;
  readonly underline: string;
}

/**
 * The lines of a span, underlined, clipped to `width` columns around it. Long spans show their first
 * two lines and the last. Empty when the document has no such line.
 */
export function codeFrame(
  lines: readonly string[],
  span: SourceSpan,
  width: number,
): readonly FrameLine[] {
  const last = Math.min(span.endLine, lines.length);
  // An end at column 1 of a line is the end of the line before.
  const end = last > span.line && last === span.endLine && span.endColumn <= 1 ? last - 1 : last;
  const numbers: number[] = [];
  for (let line = span.line; line <= end && numbers.length < SHOWN; line++) numbers.push(line);
  const hasGap = end - span.line >= SHOWN;
  if (hasGap) numbers[SHOWN - 1] = end;
  return numbers.flatMap((number, index) => {
    const line = lines[number - 1];
    if (line === undefined) return [];
    const from = number === span.line ? span.column - 1 : 0;
    const to = number === span.endLine ? span.endColumn - 1 : line.length;
    const frame = { number, ...clip(line, from, Math.max(to, from + 1), width) };
    return hasGap && index === SHOWN - 1 ? [{ text: '...', underline: '' }, frame] : [frame];
  });
}

const SHOWN = 3;

/** `from` and `to` are 0-based UTF-16 units of the line; both may lie behind its end. */
function clip(line: string, from: number, to: number, width: number): Omit<FrameLine, 'number'> {
  // A line may be megabytes long: look only at what can be shown. A cell is at most 2 columns wide
  // and hardly ever more than 8 units.
  const start = boundary(line, Math.max(0, Math.min(from, line.length) - 8 * width));
  const stop = boundary(line, Math.min(line.length, from + 16 * width));
  const cells = displayCells(line.slice(start, stop), start);
  const isWhole = start === 0 && stop === line.length && total(cells) <= width;
  const first = isWhole ? 0 : firstShown(cells, from, width);
  const hasMoreLeft = first > 0 || start > 0;
  let text = hasMoreLeft ? '…' : '';
  let underline = hasMoreLeft ? ' ' : '';
  let used = text.length;
  for (const cell of cells.slice(first)) {
    if (!isWhole && used + cell.width > width - 1) {
      text += '…';
      break;
    }
    text += cell.text;
    used += cell.width;
    underline += (cell.start < to && cell.end > from ? '^' : ' ').repeat(cell.width);
  }
  if (!underline.includes('^')) underline += '^';
  return { text: text.trimEnd(), underline: underline.trimEnd() };
}

/** Shows a third of the width before the span, or the end of the line where that fills the width. */
function firstShown(cells: readonly Cell[], from: number, width: number): number {
  let at = cells.findIndex((cell) => cell.end > from);
  if (at === -1) at = cells.length;
  let room = Math.max(Math.floor(width / 3), width - 2 - total(cells.slice(at)));
  while (at > 0 && room >= (cells[at - 1]?.width ?? 0)) {
    at--;
    room -= cells[at]?.width ?? 0;
  }
  return at;
}

function total(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** Never between the two halves of a surrogate pair. */
function boundary(line: string, at: number): number {
  const unit = line.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
