import { rememberedText } from '../../remembered-texts.ts';
import { foldText } from '../../words/fold.ts';

/** A word, one character of a script without spaces, a number, a date or a symbol, with its place. */
export interface Token {
  readonly kind: 'word' | 'letter' | 'number' | 'date' | 'symbol';
  readonly text: string;
  /** Folded text: what phrases are compared by. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A date, a number, a letter, a word or a symbol, each in its group. */
const PIECE =
  /(\b\d{4}-\d\d-\d\d\b)|(\d+(?:[.,]\d+)*)|([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}々〆])|((?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}])[\p{L}\p{M}])+)|(\S)/gu;
/** The same for text of ASCII alone: large classes of characters take milliseconds to prepare. */
const ASCII_PIECE = /(\b\d{4}-\d\d-\d\d\b)|(\d+(?:[.,]\d+)*)|((?!))|([A-Za-z]+)|(\S)/g;
const ASCII_HUMP = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})/;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u;
const KINDS = ['date', 'number', 'letter', 'word', 'symbol'] as const;
/** Longest sentence that is read; what is longer is prose or data, not a statement. */
const LONGEST = 2000;

/** The tokens of a sentence. `dueDate`, `due_date` and `due-date` give the same two words. */
export const tokens = rememberedText((sentence): readonly Token[] => {
  const found: Token[] = [];
  const text = sentence.slice(0, LONGEST);
  const ascii = !/[^\t\n\r -~]/.test(text);
  for (const match of text.matchAll(ascii ? ASCII_PIECE : PIECE)) {
    const { 0: piece, index } = match;
    const kind = KINDS.find((_, at) => match[at + 1] !== undefined);
    if (kind !== undefined && kind !== 'word') {
      if (piece !== '_') found.push(token(kind, piece, index));
      continue;
    }
    let start = index;
    for (const part of piece.split(ascii ? ASCII_HUMP : HUMP)) {
      found.push(token('word', part, start));
      start += part.length;
    }
  }
  return found;
});

function token(kind: Token['kind'], text: string, start: number): Token {
  // Folding would take the stroke off the sign of inequality.
  const word = text === '≠' ? text : foldText(text);
  return { kind, text, word, start, end: start + text.length };
}
