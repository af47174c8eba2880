export const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
export const hangul = /\p{Script=Hangul}/u;
export const cyrillic = /\p{Script=Cyrillic}/u;
/** Anything that any-ascii has to transliterate rather than strip of accents. */
export const nonLatin = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
