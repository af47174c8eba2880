import type { IsIgnored } from './compare-values.ts';
import type { DifferenceKind } from './difference.ts';

/** A place whose differences do not count. */
export interface IgnoreRule {
  /** JSON pointer into the answer: `/status`, `/headers/etag`, `/body/total`. `*` is any step, `**` any number of them. */
  readonly at: string;
  /** Only differences of these kinds; default: all. */
  readonly kinds?: readonly DifferenceKind[];
}

/** Makes a test from rules. A rule covers what is below its place, too. */
export function ignoring(rules: readonly IgnoreRule[]): IsIgnored {
  const compiled = rules.map(({ at, kinds }) => ({ steps: at.split('/').slice(1), kinds }));
  return (pointer, kind) => {
    const steps = pointer.split('/').slice(1);
    return compiled.some(
      (rule) => (rule.kinds?.includes(kind) ?? true) && covers(rule.steps, steps),
    );
  };
}

/** Whether a pattern matches the beginning of a path; the states of all `**` are kept side by side, so that it is quick. */
function covers(pattern: readonly string[], path: readonly string[]): boolean {
  let states = skip(new Set([0]), pattern);
  for (const step of path) {
    if (states.has(pattern.length)) return true;
    const next = new Set<number>();
    for (const state of states) {
      const wanted = pattern[state];
      if (wanted === '**') next.add(state);
      else if (wanted === '*' || wanted === step) next.add(state + 1);
    }
    states = skip(next, pattern);
  }
  return states.has(pattern.length);
}

/** `**` may stand for nothing. */
function skip(states: Set<number>, pattern: readonly string[]): Set<number> {
  for (const state of states) if (pattern[state] === '**') states.add(state + 1);
  return states;
}
