import { rememberedText } from '../remembered-texts.ts';
import { withoutNumber } from '../words/without-number.ts';

/** A sentence on one line, without the number of the requirement. */
export const plainSentence = rememberedText((text) => withoutNumber(text.replace(/\n/g, ' ')));
