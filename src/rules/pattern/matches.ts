import { Unknown } from '../unknown.ts';
import { typeOf } from '../value.ts';
import type { Value } from '../value.ts';
import { parsePattern } from './parse-pattern.ts';
import { programOf } from './program.ts';
import type { Step } from './program.ts';
import { runProgram } from './run-program.ts';
import type { Match } from './run-program.ts';

/** A regular expression that is ready to run, in time linear in the text. */
export interface Pattern {
  readonly program: readonly Step[];
  readonly groups: number;
}

/** Characters of the text times steps of the program. */
const MAX_WORK = 20_000_000;

/** The pattern of a text, with XPath's flags `i`, `s`, `m` and `x`; unknown if it is not in the language. */
export function patternOf(pattern: string, flags = ''): Pattern | Unknown {
  const parsed = /^[ismx]*$/.test(flags)
    ? parsePattern(flags.includes('x') ? withoutSpace(pattern) : pattern, {
        ignoreCase: flags.includes('i'),
        dotAll: flags.includes('s'),
        multiline: flags.includes('m'),
      })
    : undefined;
  const program = parsed && programOf(parsed.root);
  if (!parsed || !program) return new Unknown('pattern', pattern);
  return { program, groups: parsed.groups };
}

/** The first match from a position on. */
export function findMatch(
  { program }: Pattern,
  text: readonly number[],
  from: number,
): Match | undefined | Unknown {
  if (text.length * program.length > MAX_WORK) return new Unknown('limit', 'the text to match');
  return runProgram(program, text, from);
}

/** Whether a pattern matches the whole of a text, as the blueprint's patterns do. */
export function matchesWhole(value: Value, pattern: string): boolean | Unknown {
  if (value instanceof Unknown) return value;
  if (typeof value !== 'string') return new Unknown('type', `a ${typeOf(value)} is no text`);
  const compiled = patternOf(`^(?:${pattern})$`);
  if (compiled instanceof Unknown) return compiled;
  const match = findMatch(compiled, codePoints(value), 0);
  return match instanceof Unknown ? match : match !== undefined;
}

export function codePoints(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** White space outside of classes is there to be read only. */
function withoutSpace(pattern: string): string {
  return pattern.replaceAll(/(\[(?:[^\]\\]|\\[^])*\])|\s+/gu, (_, kept?: string) => kept ?? '');
}
