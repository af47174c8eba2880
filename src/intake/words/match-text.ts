import { remembered } from '../remembered.ts';
import { LazyPattern } from './lazy-pattern.ts';

/**
 * `pattern.exec(text)`, for patterns over letters of any script (`\p{L}`): where the text has letters of
 * western Europe alone, a pattern that knows only those is asked (`LazyPattern`).
 * @param pattern one that is neither global nor sticky
 */
export function matchText(pattern: RegExp, text: string): RegExpExecArray | null {
  return lazy(pattern).exec(text);
}

const lazy = remembered((pattern: RegExp) =>
  pattern instanceof LazyPattern ? pattern : new LazyPattern(pattern.source, pattern.flags),
);
