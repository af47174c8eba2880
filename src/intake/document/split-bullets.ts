import { cut } from './cut.ts';
import type { InlineText } from './inline-text.ts';

/** Bullets and numbers that people use and CommonMark does not know. */
const bullet = /^\s*(?:[•●◦‣▪▸►○■□·・–—➢➤✓✔☑✅❌➡→]\uFE0F?|-(?=\s))\s*(?=\S)/u;
const number =
  /^\s*(?:[(（](?:\d{1,3}|[a-z]|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]|\d{1,3}[、．）)]|\d{1,3}\.\s)\s*(?=\S)/u;

export interface Bullet {
  readonly ordered: boolean;
  readonly text: InlineText;
}

/** A paragraph whose lines begin with bullets → what is before them, and the points. */
export function splitBullets(piece: InlineText): {
  before: InlineText | undefined;
  bullets: readonly Bullet[];
} {
  const lines = lineRanges(piece.text);
  const found = lines.map((line) => bulletOf(line.text));
  const count = found.filter((mark) => mark !== undefined).length;
  const alone =
    lines.length === 1 && found[0] !== undefined && !found[0].ordered && found[0].length > 0;
  if (count < 2 && !alone) return { before: piece, bullets: [] };
  let before: InlineText | undefined;
  const ranges: { ordered: boolean; start: number; end: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const mark = found[index];
    const last = ranges.at(-1);
    if (mark !== undefined)
      ranges.push({ ordered: mark.ordered, start: line.start + mark.length, end: line.end });
    else if (last !== undefined) last.end = line.end;
    else before = cut(piece, 0, line.end);
  }
  return {
    before,
    bullets: ranges.map(({ ordered, start, end }) => ({ ordered, text: cut(piece, start, end) })),
  };
}

function bulletOf(line: string): { ordered: boolean; length: number } | undefined {
  const plain = bullet.exec(line);
  if (plain !== null) return { ordered: false, length: plain[0].length };
  const numbered = number.exec(line);
  return numbered === null ? undefined : { ordered: true, length: numbered[0].length };
}

function lineRanges(text: string): { text: string; start: number; end: number }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const range = { text: line, start, end: start + line.length };
    start += line.length + 1;
    return range;
  });
}
