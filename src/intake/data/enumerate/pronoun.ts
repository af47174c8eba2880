import { is, isContent } from './noun-phrase.ts';
import type { Token } from './tokens.ts';

/** "When one is baked we note …": no other noun than what was spoken of before. */
export function isAboutIt(lead: readonly Token[]): boolean {
  return (
    is(lead[0], 'which') &&
    !lead.some((token, at) => is(token, 'article') && isContent(lead[at + 1]))
  );
}

/** "los" before a noun is an article. */
export function isPronoun(token: Token | undefined, next: Token | undefined): boolean {
  return is(token, 'it') && !(is(token, 'article') && isContent(next));
}
