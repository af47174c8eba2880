import { printable } from './printable.ts';

/** A character as a user sees it: what to print, its width in terminal columns, its UTF-16 units. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a line into what a terminal shows: tabs to the next stop of four, East Asian wide characters
 * and emoji two columns (UAX #11, `Wide` and `Fullwidth`), combining marks none, control characters
 * escaped. `start` and `end` count from `offset`.
 */
export function displayCells(line: string, offset = 0): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  // Grapheme boundaries are the same in every locale; one is named so that none is looked up. Made here and
  // not once for all: loading its data takes longer than the whole of a run without diagnostics.
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment, index } of graphemes.segment(line)) {
    const text = segment === '\t' ? ' '.repeat(TAB - (column % TAB)) : shown(segment);
    const width = widthOf(text);
    cells.push({ text, width, start: offset + index, end: offset + index + segment.length });
    column += width;
  }
  return cells;
}

const TAB = 4;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cd5}\u{1b000}-\u{1b2fb}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

function shown(segment: string): string {
  return segment === '\ufeff' ? '' : printable(segment);
}

function widthOf(text: string): number {
  if (WIDE.test(text)) return 2;
  let width = 0;
  for (const character of text) if (!/[\p{Mn}\p{Me}\u200c\u200d]/u.test(character)) width++;
  // One character and its marks are one cell; an escape such as \u{1b} is as long as it reads.
  return width;
}
