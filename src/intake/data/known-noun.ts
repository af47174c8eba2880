import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { hangul } from '../words/script.ts';

/**
 * Chinese, Japanese and Korean are not cut into words here, so a phrase is believed to be a noun only
 * when it is made of words of data that are known, or is a loan word in Katakana or Latin letters.
 */
export function isKnownNoun(text: string, vocabulary: Vocabulary): boolean {
  const glossary = vocabulary.glossary(text) ?? {};
  const bare = text.normalize('NFKC').replace(/\s+/g, '');
  if (/^[\p{Script=Katakana}ー]{3,}$/u.test(bare) || /^[A-Za-z][A-Za-z0-9]{2,}$/.test(bare))
    return true;
  const reach = [true, ...Array.from({ length: bare.length }, () => false)];
  for (let at = 0; at < bare.length; at += 1) {
    if (reach[at] !== true) continue;
    const loan = /^[\p{Script=Katakana}ー]{3,}|^[A-Za-z0-9]{3,}/u.exec(bare.slice(at))?.[0];
    if (loan !== undefined) reach[at + loan.length] = true;
    for (
      let length = hangul.test(bare) ? 2 : 1;
      length <= 8 && at + length <= bare.length;
      length += 1
    ) {
      const word = bare.slice(at, at + length);
      if (length > 1 && glossary[word] !== undefined) reach[at + length] = true;
    }
  }
  return reach[bare.length] === true;
}
