export const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
export const hangul = /\p{Script=Hangul}/u;
export const cyrillic = /\p{Script=Cyrillic}/u;
/**
 * The same in a class of a pattern. Written out, because Node looks at all characters for each `\p{…}` of each
 * pattern, and this one is in hundreds.
 */
export const CYRILLIC = String.raw`\u0400-\u0484\u0487-\u052f\u1c80-\u1c8a\u1d2b\u1d78\u2de0-\u2dff\ua640-\ua69f\ufe2e\ufe2f\u{1e030}-\u{1e06d}\u{1e08f}`;
/** Anything that any-ascii has to transliterate rather than strip of accents. */
export const nonLatin = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
