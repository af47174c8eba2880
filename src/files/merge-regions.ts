// Alone: the index would load all 19 files of the package at every start.
import { diffArrays } from 'diff/lib/diff/array.js';

/** A stretch of the base with what became of it on both sides; all as half-open line ranges. */
export interface MergeRegion {
  readonly base: LineRange;
  readonly generated: LineRange;
  readonly yours: LineRange;
  /** Which side changed it; `both` whether or not they changed it alike. */
  readonly changed: 'neither' | 'generated' | 'yours' | 'both';
}

/** 0-based, the end exclusive. */
export type LineRange = readonly [from: number, to: number];

/** What one side made of a stretch of the base: neighbours are at least one common line apart. */
export interface Hunk {
  readonly base: LineRange;
  readonly side: LineRange;
}

/**
 * Cuts three texts into stretches that line up, in order and without gaps: diff3 (Khanna, Kunal,
 * Pierce, "A Formal Investigation of Diff3", 2007). Changes that touch count as one change of both.
 */
export function mergeRegions(
  base: readonly string[],
  generated: readonly string[],
  yours: readonly string[],
): readonly MergeRegion[] {
  const regions: MergeRegion[] = [];
  const theirs: Side = { hunks: diffLines(base, generated), next: 0, shift: 0 };
  const mine: Side = { hunks: diffLines(base, yours), next: 0, shift: 0 };
  for (let at = 0; ;) {
    const start = Math.min(nextStart(theirs), nextStart(mine), base.length);
    if (start > at) {
      regions.push({
        base: [at, start],
        generated: [at + theirs.shift, start + theirs.shift],
        yours: [at + mine.shift, start + mine.shift],
        changed: 'neither',
      });
    }
    const before = { theirs: { ...theirs }, mine: { ...mine } };
    const end = absorbTouching(theirs, mine, start);
    const isTheirs = theirs.next > before.theirs.next;
    const isMine = mine.next > before.mine.next;
    if (!isTheirs && !isMine) return regions;
    regions.push({
      base: [start, end],
      generated: [start + before.theirs.shift, end + theirs.shift],
      yours: [start + before.mine.shift, end + mine.shift],
      changed: isTheirs && isMine ? 'both' : isTheirs ? 'generated' : 'yours',
    });
    at = end;
  }
}

/** What one side changed, as the shortest edit (Myers); one hunk for all when they are too far apart. */
export function diffLines(base: readonly string[], side: readonly string[]): readonly Hunk[] {
  const changes = diffArrays([...base], [...side], { maxEditLength: MAX_EDITS });
  if (changes === undefined) return [{ base: [0, base.length], side: [0, side.length] }];
  const hunks: Hunk[] = [];
  let [b, s, fromB, fromS] = [0, 0, 0, 0];
  const close = (): void => {
    if (b > fromB || s > fromS) hunks.push({ base: [fromB, b], side: [fromS, s] });
  };
  for (const { added, removed, count } of changes) {
    if (added) s += count;
    else if (removed) b += count;
    else {
      close();
      b += count;
      s += count;
      [fromB, fromS] = [b, s];
    }
  }
  close();
  return hunks;
}

/** The time grows with its square: this keeps two texts that have nothing in common below a second. */
const MAX_EDITS = 5000;

interface Side {
  readonly hunks: readonly Hunk[];
  next: number;
  /** How many lines this side is ahead of the base so far. */
  shift: number;
}

function nextStart({ hunks, next }: Side): number {
  return hunks[next]?.base[0] ?? Infinity;
}

function absorbTouching(theirs: Side, mine: Side, start: number): number {
  for (let end = start; ;) {
    const further = absorb(mine, absorb(theirs, end));
    if (further === end) return end;
    end = further;
  }
}

function absorb(side: Side, end: number): number {
  let last = end;
  while (nextStart(side) <= last) {
    const hunk = side.hunks[side.next++];
    if (hunk === undefined) break;
    last = Math.max(last, hunk.base[1]);
    side.shift += hunk.side[1] - hunk.side[0] - (hunk.base[1] - hunk.base[0]);
  }
  return last;
}
