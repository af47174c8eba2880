import { cyrillic, nonLatin } from '../words/script.ts';
import { wordsOf } from '../words/stem.ts';
import { toAscii } from './to-ascii.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';

const longest = 60;
const mail = /(?<![\p{L}\p{N}])e-mail(?:[ -]address(?:es)?)?(?![\p{L}])/giu;

/**
 * The user's words as an ASCII kebab-case identifier: `Due date` → `due-date`, `Año de fabricación` →
 * `ano-de-fabricacion`, `締切` → `due-date` by the glossary, else transliterated. Empty if nothing is left.
 */
export function identifierOf(words: string, vocabulary: Vocabulary): string {
  const written = nonLatin.test(words) ? translated(words, vocabulary) : words;
  // `email`, since an identifier of `e-mail` would be `eMail`.
  const name = vocabulary.lexicons.length === 1 ? written.replace(mail, 'email') : written;
  const ascii = wordsOf(toAscii(name.normalize('NFC')).replace(/['`’]/g, ''))
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '');
  const cut = shortened(ascii.replace(/-+/g, '-').replace(/^-|-$/g, ''));
  return /^\d/.test(cut) ? `n${cut}` : cut;
}

/** The glossary first on the whole, then on its words, longest first; what it does not know stays. */
function translated(words: string, vocabulary: Vocabulary): string {
  const glossary = vocabulary.glossary(words);
  if (glossary === undefined) return words;
  const folded = foldGlossary(words);
  const direct =
    glossary[folded] ??
    (cyrillic.test(folded) ? inflected(glossary, folded, vocabulary) : undefined);
  if (direct !== undefined) return direct;
  if (cyrillic.test(folded))
    return folded
      .split(' ')
      .filter((word) => !/^(?:и|та|і|й)$/u.test(word))
      .map((word) => glossary[word] ?? inflected(glossary, word, vocabulary) ?? word)
      .join(' ');
  const parts: string[] = [];
  let unknown = '';
  const flush = () => {
    if (unknown.trim() !== '') parts.push(unknown.trim());
    unknown = '';
  };
  for (let at = 0; at < folded.length;) {
    const isEnd = at === folded.length - 1 && parts.length > 0 && unknown === '';
    const end = isEnd ? endings[folded[at] ?? ''] : undefined;
    const found = nonLatin.test(folded[at] ?? '') ? longestKnown(glossary, folded, at) : undefined;
    const known = found ?? (end === undefined ? undefined : { word: end, length: 1 });
    if (known === undefined) {
      unknown += folded[at];
      at += 1;
    } else {
      flush();
      parts.push(known.word);
      at += known.length;
    }
  }
  flush();
  return parts
    .map((part) =>
      nonLatin.test(part) ? part.replace(/^(?:の|的|и)\s*|\s*(?:の|的)$/gu, '') : part,
    )
    .join(' ');
}

/** Single characters that end the name of an attribute, behind a word that is known: 仕入先名, 발주일. */
const endings: Readonly<Record<string, string>> = {
  名: 'name',
  日: 'date',
  数: 'count',
  額: 'amount',
  额: 'amount',
  率: 'rate',
  費: 'cost',
  费: 'cost',
  料: 'fee',
  点: 'point',
  명: 'name',
  일: 'date',
  수: 'count',
  액: 'amount',
  률: 'rate',
  율: 'rate',
  비: 'cost',
  료: 'fee',
};

/** `питомцев` is found under `питомец`. */
function inflected(
  glossary: Readonly<Record<string, string>>,
  words: string,
  vocabulary: Vocabulary,
): string | undefined {
  const word = vocabulary.lemma(words);
  return word === undefined ? undefined : glossary[word];
}

function longestKnown(
  glossary: Readonly<Record<string, string>>,
  text: string,
  at: number,
): { word: string; length: number } | undefined {
  for (let length = Math.min(12, text.length - at); length >= 2; length -= 1) {
    const word = glossary[text.slice(at, at + length)];
    if (word !== undefined) return { word, length };
  }
  return undefined;
}

/** Glossaries keep й and ё, voiced kana and composed Hangul: only case and width are folded. */
function foldGlossary(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Cut at a word, and made different from other long names by a check value. */
function shortened(name: string): string {
  if (name.length <= longest) return name;
  let hash = 0;
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 46_656;
  const head = name.slice(0, longest - 4);
  const atWord = head.lastIndexOf('-') > 20 ? head.slice(0, head.lastIndexOf('-')) : head;
  return `${atWord}-${hash.toString(36).padStart(3, '0')}`;
}
