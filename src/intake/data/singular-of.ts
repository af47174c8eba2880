import type { Document } from '../document/document.ts';
import { numberOf } from '../names/number.ts';
import { singularIn } from '../names/singular-in.ts';
import type { WrittenWords } from '../names/singular-in.ts';
import { remembered } from '../remembered.ts';
import { foldText } from '../words/fold.ts';
import type { Reading } from './reading.ts';

/** The singular of what a document calls a thing: as the document itself writes it, else by the rules of its language. */
export function singularOf(name: string, { document, language }: Reading): string {
  // Russian nouns of this ending are many, and all inflected alike.
  if (language === 'ru' && /тел(?:ей|ям|ями|ях|и|я|ю)$/iu.test(name))
    return name.replace(/тел\p{L}+$/iu, 'тель');
  const words = name.trim().split(/\s+/);
  const isLast = language === 'de' || language === 'nl' || language === 'tr';
  const head = isLast ? words.length - 1 : 0;
  const found = singularIn(words[head] ?? '', language, writtenIn(document));
  if (found === undefined) return numberOf(name, language).singular;
  return words.map((word, at) => (at === head ? found : word)).join(' ');
}

const writtenIn = remembered((document: Document): WrittenWords => {
  const words = new Map<string, string>();
  for (const { kind, text } of document.blocks)
    if (kind !== 'code')
      for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}]{2,}/gu)) {
        const folded = foldText(word);
        if (!words.has(folded)) words.set(folded, word);
      }
  return words;
});
