import type { Block } from '../document/document.ts';
import { sentencesOf } from '../words/sentences.ts';
import type { Sentence } from '../words/sentences.ts';

/** The statements of a block: of a table row each cell for itself, else its sentences. */
export function statementsOf(block: Block): readonly Sentence[] {
  if (block.kind !== 'row') return sentencesOf(block);
  return block.cells.flatMap((cell) =>
    sentencesOf(cell).map(({ text, start, end }) => ({
      text,
      start: start + cell.start,
      end: end + cell.start,
    })),
  );
}
