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

const PIECE =
  /(?<date>\b\d{4}-\d\d-\d\d\b)|(?<number>\d+(?:[.,]\d+)*)|(?<letter>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}々〆])|(?<word>(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}])[\p{L}\p{M}])+)|(?<symbol>[^\s])/gu;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u;
/** Longest sentence that is read; what is longer is prose or data, not a statement. */
const LONGEST = 2000;

/** The tokens of a sentence. `dueDate`, `due_date` and `due-date` give the same two words. */
export function tokens(sentence: string): readonly Token[] {
  const found: Token[] = [];
  for (const { 0: piece, index, groups } of sentence.slice(0, LONGEST).matchAll(PIECE)) {
    const kind = (['date', 'number', 'letter', 'symbol'] as const).find(
      (name) => groups?.[name] !== undefined,
    );
    if (kind !== undefined) {
      if (piece !== '_') found.push(token(kind, piece, index));
      continue;
    }
    let start = index;
    for (const part of piece.split(HUMP)) {
      found.push(token('word', part, start));
      start += part.length;
    }
  }
  return found;
}

function token(kind: Token['kind'], text: string, start: number): Token {
  // Folding would take the stroke off the sign of inequality.
  const word = text === '≠' ? text : foldText(text);
  return { kind, text, word, start, end: start + text.length };
}
