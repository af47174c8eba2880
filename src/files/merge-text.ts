import { diff3MergeRegions, diffIndices } from 'node-diff3';

/** A stretch that both sides changed differently. `line` is its first line (1-based) in your text. */
export interface TextConflict {
  readonly line: number;
  readonly base: readonly string[];
  readonly generated: readonly string[];
  readonly yours: readonly string[];
}

/** `text` holds standard markers (with the base, as `git merge-file --diff3`) where there are conflicts. */
export interface MergedText {
  readonly text: string;
  readonly conflicts: readonly TextConflict[];
}

/**
 * Merges line by line what we generate now and what you made of it, both from `base`. Line endings
 * (LF or CRLF throughout) and the final newline are merged on their own: yours win where you changed
 * them, so that an editor's CRLF doesn't turn every line into a conflict.
 */
export function mergeText(base: string, generated: string, yours: string): MergedText {
  if (generated === yours || generated === base) return { text: yours, conflicts: [] };
  if (yours === base) return { text: generated, conflicts: [] };
  const [o, b, a] = [parse(base), parse(generated), parse(yours)];
  const eol = pick(o.eol, b.eol, a.eol) ?? '\n';
  const out: string[] = [];
  const conflicts: TextConflict[] = [];
  let endsInMarker = false;
  for (const piece of mergeLines(o.lines, b.lines, a.lines)) {
    if (isLines(piece)) {
      if (piece.length > 0) endsInMarker = false;
      for (const line of piece) out.push(line);
    } else {
      endsInMarker = true;
      conflicts.push(piece);
      for (const line of marked(piece)) out.push(line);
    }
  }
  const newline = out.length > 0 && (endsInMarker || pick(o.newline, b.newline, a.newline));
  return { text: out.join(eol) + (newline ? eol : ''), conflicts };
}

/** True when a text still holds one of the markers that `mergeText` writes. */
export function hasConflictMarkers(text: string): boolean {
  return MARKERS.some((marker) => text.startsWith(marker) || text.includes(`\n${marker}`));
}

const MARKERS = ['<<<<<<< yours', '>>>>>>> generated'] as const;

function marked({ base, generated, yours }: TextConflict): string[] {
  return [MARKERS[0], ...yours, '||||||| base', ...base, '=======', ...generated, MARKERS[1]];
}

/** What one side changed wins; when both did, yours. */
function pick<T>(base: T, generated: T, yours: T): T {
  return yours === base ? generated : yours;
}

interface Lines {
  readonly lines: readonly string[];
  readonly eol: '\n' | '\r\n' | undefined;
  readonly newline: boolean;
}

/** Mixed endings stay in the lines as they are: only a uniform CRLF is taken off. */
function parse(text: string): Lines {
  const newline = text.endsWith('\n');
  const crlf = text.includes('\r\n') && !/(^|[^\r])\n/.test(text);
  const lines = text.split(crlf ? '\r\n' : '\n');
  if (newline || text === '') lines.pop();
  return { lines, eol: crlf ? '\r\n' : text.includes('\n') ? '\n' : undefined, newline };
}

type Piece = readonly string[] | TextConflict;

function isLines(piece: Piece): piece is readonly string[] {
  return Array.isArray(piece);
}

/** Common head and tail are set aside first: the library's time grows with the square of the rest. */
function* mergeLines(
  base: readonly string[],
  generated: readonly string[],
  yours: readonly string[],
): Generator<Piece> {
  const shortest = Math.min(base.length, generated.length, yours.length);
  const same = (i: number, j: number, k: number): boolean =>
    base[i] === generated[j] && base[i] === yours[k];
  let head = 0;
  while (head < shortest && same(head, head, head)) head++;
  let tail = 0;
  while (
    tail < shortest - head &&
    same(base.length - tail - 1, generated.length - tail - 1, yours.length - tail - 1)
  ) {
    tail++;
  }
  const middle = (lines: readonly string[]): string[] => lines.slice(head, lines.length - tail);
  yield base.slice(0, head);
  for (const region of regions(middle(base), middle(generated), middle(yours))) {
    yield isLines(region) ? region : { ...region, line: region.line + head };
  }
  yield base.slice(base.length - tail);
}

function* regions(base: string[], generated: string[], yours: string[]): Generator<Piece> {
  for (const region of diff3MergeRegions(yours, base, generated)) {
    if (region.stable) {
      yield region.bufferContent;
      continue;
    }
    const { aContent, bContent, oContent } = region;
    if (aContent.length === bContent.length && aContent.every((line, i) => line === bContent[i]))
      yield aContent;
    else if (oContent.length === 0) yield* compare(bContent, aContent, region.aStart + 1);
    else yield { line: region.aStart + 1, base: oContent, generated: bContent, yours: aContent };
  }
}

/** Both sides wrote something where there was nothing: what they have in common is no conflict. */
function* compare(generated: string[], yours: string[], line: number): Generator<Piece> {
  let from = 0;
  for (const { buffer1: a, buffer2: b } of diffIndices(yours, generated)) {
    yield yours.slice(from, a[0]);
    from = a[0] + a[1];
    const [mine, theirs] = [yours.slice(a[0], from), generated.slice(b[0], b[0] + b[1])];
    yield { line: line + a[0], base: [], generated: theirs, yours: mine };
  }
  yield yours.slice(from);
}
