import { lineEnds, wordCharacters } from './character-set.ts';
import type { Assertion } from './parse-pattern.ts';
import type { Step } from './program.ts';

/** Where the whole match and each group start and end; undefined for a group that took no part. */
export type Match = readonly (number | undefined)[];

interface Thread {
  readonly at: number;
  readonly saved: Match;
}

/**
 * Runs a program on a text from a position on and gives the leftmost match that backtracking would find
 * first. All ways are followed at once, so the time is at most the length of the text times that of the
 * program (Thompson, 1968; Pike's variant with saved positions).
 */
export function runProgram(
  program: readonly Step[],
  text: readonly number[],
  from: number,
): Match | undefined {
  let found: Match | undefined;
  let threads: Thread[] = [];
  for (let position = from; position <= text.length; position += 1) {
    if (!found) threads.push({ at: 0, saved: [position] });
    const ready = follow(program, threads, text, position);
    threads = [];
    for (const thread of ready) {
      const step = program[thread.at];
      if (step?.kind === 'match') {
        found = [thread.saved[0], position, ...thread.saved.slice(2)];
        break;
      }
      const code = text[position];
      if (step?.kind === 'character' && code !== undefined && step.set(code)) {
        threads.push({ at: thread.at + 1, saved: thread.saved });
      }
    }
    if (found && threads.length === 0) break;
  }
  return found;
}

/** The threads at a character or at the end, best first, each step once. */
function follow(
  program: readonly Step[],
  threads: readonly Thread[],
  text: readonly number[],
  position: number,
): Thread[] {
  const ready: Thread[] = [];
  const seen = new Set<number>();
  const stack = threads.toReversed();
  for (let thread = stack.pop(); thread; thread = stack.pop()) {
    const { at, saved } = thread;
    const step = program[at];
    if (!step || seen.has(at)) continue;
    seen.add(at);
    switch (step.kind) {
      case 'jump':
        stack.push({ at: step.to, saved });
        break;
      case 'split':
        stack.push({ at: step.second, saved }, { at: step.first, saved });
        break;
      case 'save': {
        const next = [...saved];
        next[step.slot] = position;
        stack.push({ at: at + 1, saved: next });
        break;
      }
      case 'assert':
        if (holdsAt(step.what, text, position)) stack.push({ at: at + 1, saved });
        break;
      case 'character':
      case 'match':
        ready.push(thread);
    }
  }
  return ready;
}

function holdsAt(what: Assertion, text: readonly number[], position: number): boolean {
  const before = text[position - 1];
  const after = text[position];
  const isWord = (code: number | undefined) => code !== undefined && wordCharacters(code);
  switch (what) {
    case 'start':
      return before === undefined;
    case 'end':
      return after === undefined;
    case 'line-start':
      return before === undefined || lineEnds(before);
    case 'line-end':
      return after === undefined || lineEnds(after);
    case 'boundary':
      return isWord(before) !== isWord(after);
    case 'no-boundary':
      return isWord(before) === isWord(after);
  }
}
