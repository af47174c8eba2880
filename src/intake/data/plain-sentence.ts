import { withoutNumber } from '../words/without-number.ts';

/** A sentence on one line, without the number of the requirement. */
export function plainSentence(text: string): string {
  return withoutNumber(text.replace(/\n/g, ' '));
}
