import { codePoints, findMatch, patternOf } from '../pattern/matches.ts';
import type { Pattern } from '../pattern/matches.ts';
import type { Match } from '../pattern/run-program.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';
import { isAbsent } from './builtin.ts';
import type { Builtin } from './builtin.ts';

/** Regular expressions as XPath has them, in linear time: no references back. */
export const patterns = {
  matches: ([input, pattern, flags]) =>
    withPattern(input, pattern, flags, (compiled, text) => {
      const match = findMatch(compiled, text, 0);
      return match instanceof Unknown ? match : match !== undefined;
    }),
  replace: ([input, pattern, replacement, flags]) =>
    typeof replacement === 'string'
      ? withPattern(input, pattern, flags, (compiled, text) => {
          const matches = allMatches(compiled, text);
          if (matches instanceof Unknown) return matches;
          let result = '';
          let at = 0;
          for (const match of matches) {
            const [start = 0, end = 0] = match;
            result += slice(text, at, start) + expand(replacement, match, text);
            at = end;
          }
          return result + slice(text, at, text.length);
        })
      : undefined,
  split: ([input, delimiter]) =>
    withPattern(input, delimiter, undefined, (compiled, text) => {
      const matches = allMatches(compiled, text);
      if (matches instanceof Unknown) return matches;
      const starts = [0, ...matches.map(([, end = 0]) => end)];
      const ends = [...matches.map(([start = 0]) => start), text.length];
      return starts.map((start, index) => slice(text, start, ends[index] ?? start));
    }),
} satisfies Record<string, Builtin>;

function withPattern(
  input: Value | undefined,
  pattern: Value | undefined,
  flags: Value | undefined,
  use: (compiled: Pattern, text: readonly number[]) => Value,
): Value | undefined {
  if (typeof input !== 'string' || typeof pattern !== 'string') return undefined;
  if (!isAbsent(flags) && typeof flags !== 'string') return undefined;
  const compiled = patternOf(pattern, isAbsent(flags) ? '' : flags);
  return compiled instanceof Unknown ? compiled : use(compiled, codePoints(input));
}

/** Matches that do not overlap; a pattern that matches nothing has no place where it could cut. */
function allMatches(pattern: Pattern, text: readonly number[]): readonly Match[] | Unknown {
  const all: Match[] = [];
  for (let at = 0; at <= text.length;) {
    const match = findMatch(pattern, text, at);
    if (match instanceof Unknown) return match;
    if (!match) break;
    const [start = 0, end = 0] = match;
    if (end === start) return new Unknown('pattern', 'that matches an empty text');
    all.push(match);
    at = end;
  }
  return all;
}

/** `$1` is the text of a group, `\$` a dollar. */
function expand(replacement: string, match: Match, text: readonly number[]): string {
  return replacement.replaceAll(/\\([\\$])|\$(\d)/g, (_, plain?: string, group?: string) => {
    if (plain !== undefined) return plain;
    const index = Number(group) * 2;
    const [start, end] = [match[index], match[index + 1]];
    return start === undefined || end === undefined ? '' : slice(text, start, end);
  });
}

function slice(text: readonly number[], from: number, to: number): string {
  let part = '';
  for (let at = from; at < to; at += 1) part += String.fromCodePoint(text[at] ?? 0);
  return part;
}
