import type { InlineText } from './inline-text.ts';

/** The piece without its first `length` characters. */
export function cut(piece: InlineText, length: number, end = piece.text.length): InlineText {
  const map: number[] = [];
  // The last pair at or before the beginning, so that cutting a text into lines takes no longer than it is long.
  let low = 0;
  let high = piece.map.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((piece.map[middle * 2] ?? 0) <= length) low = middle;
    else high = middle - 1;
  }
  for (let index = low * 2; index < piece.map.length; index += 2) {
    const text = piece.map[index] ?? 0;
    const source = piece.map[index + 1] ?? 0;
    if (text >= end) break;
    if (text > length) map.push(text - length, source);
    else map.splice(0, 2, 0, source + length - text);
  }
  const marks = piece.marks
    .filter((mark) => mark.end > length && mark.start < end)
    .map((mark) => ({
      kind: mark.kind,
      start: Math.max(0, mark.start - length),
      end: Math.min(mark.end, end) - length,
    }));
  return { text: piece.text.slice(length, end), marks, map };
}
