import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { withValuesInBrackets } from './bracket-values.ts';

export interface Part {
  readonly text: string;
  /** Where `text` begins in what was split. */
  readonly start: number;
}

const opening = '([{（［【「“«<';
const closing = ')]}）］】」”»>';
/** "Fecha y hora" is one thing. */
export const moment =
  /(?:^|\P{L})(?:date and time|fecha y hora|data e h?ora|date et (?:l')?heure|datum (?:und|en) (?:uhrzeit|tijd|zeit)|дат[аыуи] (?:и|та|і|й) (?:врем[яе]|час)|data i (?:godzina|czas))/iu;
const separators = ',;，、；､';

/** `name, price (in EUR, net) and stock` → three parts: at commas and conjunctions outside of brackets and quotes. */
export function splitList(text: string, vocabulary: Vocabulary): readonly Part[] {
  const commas = splitOutside(withValuesInBrackets(text), (char) => separators.includes(char));
  const parts = commas.flatMap((part, index) =>
    index === commas.length - 1 ? atConjunction(part, vocabulary) : [part],
  );
  return parts
    .map((part) => cleaned(part, vocabulary))
    .filter((part) => part.text !== '')
    .flatMap((part) => spread(part, vocabulary));
}

/** "profile fields (first name, phone, etc.)": the fields are those in the bracket. */
const group =
  /^((?:\p{L}+ ){0,2}(?:fields|attributes|columns|properties|details|information|info|metadata|felder|angaben|champs|informations|campos|datos|dados|informações|campi|attributi|dati|velden|gegevens)\s*[(（])([^()（）]+)[)）]$/iu;

function spread(part: Part, vocabulary: Vocabulary): readonly Part[] {
  const [, lead = '', inside = ''] = group.exec(part.text) ?? [];
  if (!/[,;，、]/.test(inside)) return [part];
  const start = part.start + lead.length;
  return splitList(inside, vocabulary).map((each) => ({ ...each, start: start + each.start }));
}

/** Splits where `isSeparator` says so, but not inside brackets or quotes. */
export function splitOutside(
  text: string,
  isSeparator: (char: string, at: number) => boolean,
): readonly Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if ((char === '"' || char === '`') && text.indexOf(char, at + 1) > 0) quote = char;
    else if (char === '„' && /[“”]/u.test(text.slice(at))) at += text.slice(at).search(/[“”]/u);
    else if (opening.includes(char)) depth += 1;
    else if (closing.includes(char) && !isArrow(text, at)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && isSeparator(char, at) && !isInNumber(text, at)) {
      parts.push({ text: text.slice(start, at), start });
      start = at + 1;
    }
  }
  parts.push({ text: text.slice(start), start });
  return parts;
}

function isArrow(text: string, at: number): boolean {
  return text[at] === '>' && /[-=<\s]/.test(text[at - 1] ?? ' ');
}

/** `1,000` and `decimal 10,2` are not lists. */
function isInNumber(text: string, at: number): boolean {
  return text[at] === ',' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');
}

function atConjunction(part: Part, vocabulary: Vocabulary): readonly Part[] {
  const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(part.text);
  const pattern = vocabulary.pattern(isWide ? 'and-joined' : 'and-spaced', (words) => {
    const and = words((lexicon) => lexicon.and);
    return isWide
      ? // Words of letters stand apart even there: `quantity_on_hand（現在庫）` is one name.
        new RegExp(`\\s*(?:(?<![a-z_])(?:${and})(?![a-z_]))\\s*`, 'giu')
      : new RegExp(`\\s+(?:${and})\\s+`, 'giu');
  });
  for (const found of part.text.matchAll(pattern)) {
    const { index } = found;
    const before = part.text.slice(0, index);
    if (isOpen(before) || before.trim() === '') continue;
    if (
      /\bbetween\s+\S+$/iu.test(before) &&
      /^\s*\S*\d/u.test(part.text.slice(index + found[0].length))
    )
      continue;
    if (moment.test(part.text.slice(Math.max(0, index - 5), index + found[0].length + 8))) continue;
    const after = {
      text: part.text.slice(index + found[0].length),
      start: part.start + index + found[0].length,
    };
    return [{ text: before, start: part.start }, ...atConjunction(after, vocabulary)];
  }
  return [part];
}

/** A bracket is still open at the end of the text. */
function isOpen(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (opening.includes(text[at] ?? '')) depth += 1;
    else if (closing.includes(text[at] ?? '')) depth -= 1;
  }
  return depth > 0;
}

function cleaned(part: Part, vocabulary: Vocabulary): Part {
  const lead =
    vocabulary
      .pattern(
        'and-first',
        (words) => new RegExp(`^\\s*(?:(?:${words((lexicon) => lexicon.and)})\\s+)?`, 'iu'),
      )
      .exec(part.text)?.[0].length ?? 0;
  const text = part.text.slice(lead).replace(/(?:[\s.。;；:：]|\betc\b\.?|\.\.\.|…|等$)+$/u, '');
  return { text, start: part.start + lead };
}
