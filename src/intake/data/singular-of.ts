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
  const english = numberOf(name, 'en').singular;
  if (language !== 'en' && english !== name && identifiedIn(document).has(english)) return english;
  const words = name.trim().split(/\s+/);
  const isLast = language === 'de' || language === 'nl' || language === 'tr';
  const head = isLast ? words.length - 1 : 0;
  // "Ogni gregge", "chaque cours": what is one of many is in the singular already.
  if (language !== 'en' && oneOf(document).has(foldText(words[head] ?? ''))) return name;
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

/** `business_id` and `businessId` tell the singular of a table `businesses`, in whatever language the rest is. */
const identifiedIn = remembered(
  ({ blocks }: Document): ReadonlySet<string> =>
    new Set(
      blocks.flatMap(({ text }) =>
        [...text.matchAll(/(?<![A-Za-z_])([a-z]{3,40})(?:_id|Id)(?![A-Za-z_])/g)].map(
          ([, word = '']) => word,
        ),
      ),
    ),
);

const oneOf = remembered((document: Document): ReadonlySet<string> => {
  const nouns = new Set<string>();
  for (const { kind, text } of document.blocks)
    if (kind !== 'code')
      for (const [, noun = ''] of text.matchAll(
        /(?<!\p{L})(?:ogni|una?|uno|cada|chaque|une|uma?|jede[rs]?|eine?|elke?|een|каждый|каждая|każd[aye])\s+(\p{L}{3,})/giu,
      ))
        nouns.add(foldText(noun));
  return nouns;
});
