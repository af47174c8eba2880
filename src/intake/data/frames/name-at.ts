import type { FramePatterns } from './frame-patterns.ts';

/** A noun phrase: where it stands, without articles before it. */
export interface NameAt {
  readonly start: number;
  readonly end: number;
}

/**
 * The noun phrase that begins at a place: up to three words, and what "de" or "of" joins to them in Romance languages.
 * @param plain the sentence in plain letters
 */
export function nameAt(
  plain: string,
  from: number,
  { article, small, joint, verbWord }: FramePatterns,
): NameAt | undefined {
  const rest = plain.slice(from);
  const begin = from + (article.exec(rest.trimStart())?.[0].length ?? 0) + leading(rest);
  const word = /[a-z0-9][a-z0-9-]*'?/g;
  word.lastIndex = begin;
  let end = begin;
  let count = 0;
  let joined = begin;
  let isJoined = false;
  for (;;) {
    const found = word.exec(plain);
    if (found === null || found.index > Math.max(end, joined) + 1) break;
    if (/[^\s']/.test(plain.slice(Math.max(end, joined), found.index))) break;
    const written = found[0];
    if (joint.test(written.replace(/'$/, '')) && count > 0) {
      joined = found.index + written.length;
      isJoined = true;
      continue;
    }
    // "fecha de la lectura"
    if (isJoined && /^(?:la|las|los|el|l'|le|les|lo|gli|il|o|os|as|de|het)$/.test(written)) {
      joined = found.index + written.length;
      continue;
    }
    isJoined = false;
    if (small.test(written) || article.test(`${written} `) || count === 3) break;
    if (count > 0 && verbWord.test(written)) break;
    end = joined = found.index + written.length;
    count += 1;
  }
  return count === 0 ? undefined : { start: begin, end };
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}
