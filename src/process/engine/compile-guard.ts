import type { Guard } from '../model/guard.ts';
import { REFUSED } from './automaton.ts';
import type { Automaton } from './automaton.ts';

/** The automaton of a temporal guard; undefined for one that is no matter of history. */
export function automatonOf(guard: Guard, indexOf: (id: string) => number): Automaton | undefined {
  switch (guard.kind) {
    case 'before':
      return {
        letters: [
          { node: indexOf(guard.first), what: 'complete' },
          { node: indexOf(guard.second), what: 'begin' },
        ],
        table: [
          [1, REFUSED],
          [1, 1],
        ],
      };
    case 'each-before':
      return {
        letters: [
          { node: indexOf(guard.first), what: 'complete' },
          { node: indexOf(guard.second), what: 'begin' },
        ],
        table: [
          [1, REFUSED],
          [1, 0],
        ],
      };
    case 'at-most':
      return {
        letters: [{ node: indexOf(guard.node), what: 'begin' }],
        table: Array.from({ length: guard.times + 1 }, (_, state) => [
          state < guard.times ? state + 1 : REFUSED,
        ]),
      };
    case 'not-both':
      return {
        letters: [
          { node: indexOf(guard.one), what: 'begin' },
          { node: indexOf(guard.other), what: 'begin' },
        ],
        table: [
          [1, 2],
          [1, REFUSED],
          [REFUSED, 2],
        ],
      };
    case 'requires':
      return undefined;
  }
}

/** The nodes that a guard speaks of, and among them those that it may hold back. */
export function nodesOf(guard: Guard): {
  readonly all: readonly string[];
  readonly held: readonly string[];
} {
  switch (guard.kind) {
    case 'before':
    case 'each-before':
      return { all: [guard.first, guard.second], held: [guard.second] };
    case 'not-both':
      return { all: [guard.one, guard.other], held: [guard.one, guard.other] };
    case 'at-most':
    case 'requires':
      return { all: [guard.node], held: [guard.node] };
  }
}
