import type { OpenQuestion } from '#blueprint';
import type { Line } from './line.ts';
import { slugOf } from './naming.ts';
import type { DataModel } from '../data-model.ts';

const OPEN =
  /\b(?:tbd|to be (?:decided|defined|determined|confirmed|clarified)|tbc|needs confirmation|por definir|a definir|pendiente|noch offen|zu klären|à définir|à confirmer|da definire)\b|待定|待确认|未定|要確認|미정|уточнить/iu;

/** Points that the author left open: those listed as such, and those marked in passing. */
export function questionsIn(
  lines: readonly Line[],
  { language }: DataModel,
  names: (name: string) => string,
): readonly OpenQuestion[] {
  return lines.flatMap(({ block, kind }): OpenQuestion[] => {
    if (block.kind === 'heading' || block.text.trim() === '') return [];
    const listed = kind === 'questions' && (block.kind !== 'code' || block.text.length < 10_000);
    const marked = block.kind !== 'code' && OPEN.test(block.text);
    if (!listed && !marked) return [];
    return partsOf(block.text, listed).map((text) => ({
      id: `question/${names(slugOf(text, language))}`,
      label: text,
      origin: 'stated',
      sources: [block.span],
      reason: listed
        ? 'The requirements list it as an open point.'
        : 'The requirements leave it open.',
    }));
  });
}

/** A block of text with a question after each blank line. */
function partsOf(text: string, listed: boolean): readonly string[] {
  const parts = listed ? text.split(/\n\s*\n/u) : [text];
  return parts.map((part) => part.replaceAll(/\s+/g, ' ').trim()).filter((part) => part.length > 3);
}
