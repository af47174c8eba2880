import type { SourceSpan } from '#diagnostics';
import type { Block, Document } from './document.ts';
import { spanOf } from './source-text.ts';

/**
 * The place in the source of a part of a block's text.
 * @param start offset in `block.text`
 * @param end offset in `block.text`, exclusive
 */
export function spanIn(document: Document, block: Block, start: number, end: number): SourceSpan {
  const from = sourceOffset(block.map, start);
  const to = end > start ? sourceOffset(block.map, end - 1) + 1 : from;
  return spanOf({ name: document.name, lineStarts: document.lineStarts }, from, to);
}

/** `map` holds pairs: offset in the text, offset in the source; between two pairs both advance together. */
function sourceOffset(map: readonly number[], offset: number): number {
  let low = 0;
  let high = map.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle * 2] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (map[low * 2 + 1] ?? 0) + offset - (map[low * 2] ?? 0);
}
