import { diffLines, mergeRegions } from './merge-regions.ts';

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
  for (const piece of pieces(o.lines, b.lines, a.lines)) {
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

function* pieces(
  base: readonly string[],
  generated: readonly string[],
  yours: readonly string[],
): Generator<Piece> {
  for (const region of mergeRegions(base, generated, yours)) {
    const [theirs, mine] = [generated.slice(...region.generated), yours.slice(...region.yours)];
    const line = region.yours[0] + 1;
    if (region.changed === 'generated') yield theirs;
    else if (region.changed !== 'both') yield mine;
    else if (theirs.length === mine.length && mine.every((text, i) => text === theirs[i]))
      yield mine;
    else if (saysTheSame(base.slice(...region.base), theirs)) yield mine;
    else if (region.base[0] === region.base[1]) yield* compare(theirs, mine, line);
    else yield { line, base: base.slice(...region.base), generated: theirs, yours: mine };
  }
}

/**
 * True if we only cite other lines of the requirements, which move with every line above them: that is no
 * reason to ask anybody about his edit.
 */
function saysTheSame(base: readonly string[], generated: readonly string[]): boolean {
  const said = (lines: readonly string[]) => lines.map((line) => line.replace(CITATION, ''));
  const now = said(generated);
  return base.length === now.length && said(base).every((line, i) => line === now[i]);
}

/** `(prd.md:47)`, or a cell of a table that holds nothing else. */
const CITATION =
  /(?<=\()[^()]{1,300}:\d{1,7}(?=\))|(?<=\| )[^|]{1,300}\.[a-z]\w{0,7}:\d{1,7}(?= \|)/gi;

/** Both sides wrote something where there was nothing: what they have in common is no conflict. */
function* compare(
  generated: readonly string[],
  yours: readonly string[],
  line: number,
): Generator<Piece> {
  let from = 0;
  for (const { base: mine, side: theirs } of diffLines(yours, generated)) {
    yield yours.slice(from, mine[0]);
    yield {
      line: line + mine[0],
      base: [],
      generated: generated.slice(...theirs),
      yours: yours.slice(...mine),
    };
    from = mine[1];
  }
  yield yours.slice(from);
}
