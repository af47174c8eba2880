import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';

/** The text says of a field that it is required, optional, unique or a key, and nothing else. */
export function isFlags(text: string, vocabulary: Vocabulary): boolean {
  const folded = foldText(text).replace(/^(?:is|must be)\s+/, '');
  return (
    (['required', 'optional', 'unique', 'key'] as const).some((flag) =>
      vocabulary.isFlag(flag).test(folded),
    ) && !/^(?:id|identifier|x|o|none|primary|identity|name)$/.test(folded)
  );
}
