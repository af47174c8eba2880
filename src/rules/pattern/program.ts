import type { CharacterSet } from './character-set.ts';
import type { Assertion, PatternNode } from './parse-pattern.ts';

/** One step of the machine; numbers are steps to go to. */
export type Step =
  | { readonly kind: 'character'; readonly set: CharacterSet }
  /** Goes both ways; the first is preferred. */
  | { kind: 'split'; first: number; second: number }
  | { kind: 'jump'; to: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'match' };

/** Steps of one program: repetitions are written out, so a short pattern can need many. */
const MAX_STEPS = 2000;

/** The program of a pattern; undefined if it would have too many steps. */
export function programOf(root: PatternNode): readonly Step[] | undefined {
  const steps: Step[] = [];
  const emit = (step: Step): Step => {
    if (steps.length <= MAX_STEPS) steps.push(step);
    return step;
  };
  const visit = (node: PatternNode): void => {
    if (steps.length > MAX_STEPS) return;
    switch (node.kind) {
      case 'character':
      case 'assert':
        emit(node);
        return;
      case 'sequence':
        for (const part of node.parts) visit(part);
        return;
      case 'group':
        emit({ kind: 'save', slot: node.index * 2 });
        visit(node.part);
        emit({ kind: 'save', slot: node.index * 2 + 1 });
        return;
      case 'choice':
        choice(node.parts);
        return;
      case 'repeat':
        repeat(node);
    }
  };
  const choice = ([part, ...rest]: readonly PatternNode[]): void => {
    if (!part) return;
    if (rest.length === 0) {
      visit(part);
      return;
    }
    const split = emit({ kind: 'split', first: steps.length + 1, second: 0 });
    visit(part);
    const jump = emit({ kind: 'jump', to: 0 });
    if (split.kind === 'split') split.second = steps.length;
    choice(rest);
    if (jump.kind === 'jump') jump.to = steps.length;
  };
  const optional = (greedy: boolean, body: () => void): void => {
    const inside = steps.length + 1;
    const split = emit({ kind: 'split', first: inside, second: inside });
    body();
    if (split.kind !== 'split') return;
    if (greedy) split.second = steps.length;
    else split.first = steps.length;
  };
  const repeat = ({
    part,
    least,
    most,
    greedy,
  }: Extract<PatternNode, { kind: 'repeat' }>): void => {
    for (let time = 0; time < least && steps.length <= MAX_STEPS; time += 1) visit(part);
    if (most === Number.POSITIVE_INFINITY) {
      const start = steps.length;
      optional(greedy, () => {
        visit(part);
        emit({ kind: 'jump', to: start });
      });
      return;
    }
    const nested = (left: number): void => {
      if (left === 0 || steps.length > MAX_STEPS) return;
      optional(greedy, () => {
        visit(part);
        nested(left - 1);
      });
    };
    nested(most - least);
  };
  visit(root);
  emit({ kind: 'match' });
  return steps.length > MAX_STEPS ? undefined : steps;
}
