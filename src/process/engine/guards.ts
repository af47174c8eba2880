import { nextState, REFUSED } from './automaton.ts';
import type { Letter } from './automaton.ts';
import { holdsIn } from './data.ts';
import type { CompiledGuard } from './definition.ts';
import type { Execution } from './execution.ts';

/** The first guard that does not let a node begin now; undefined if it may. */
export function guardAgainst(x: Execution, node: number, scope: number): CompiledGuard | undefined {
  for (const index of x.definition.guardsOf.get(node) ?? []) {
    const compiled = x.definition.guards[index];
    const { automaton, condition } = compiled ?? {};
    const state = x.state.guards[index] ?? 0;
    const refused = automaton && nextState(automaton, state, node, 'begin') === REFUSED;
    const fails = condition?.node === node && !holdsIn(x, scope, condition.holds);
    if (refused || fails) return compiled;
  }
  return undefined;
}

/** Tells the guards that a node was begun or completed. */
export function tellGuards(x: Execution, node: number, what: Letter['what']): void {
  for (const index of x.definition.guardsOf.get(node) ?? []) {
    const automaton = x.definition.guards[index]?.automaton;
    if (!automaton) continue;
    const state = nextState(automaton, x.state.guards[index] ?? 0, node, what);
    if (state === REFUSED) throw new Error(`guard ${index} was not asked before ${node}`);
    x.state.guards[index] = state;
  }
}

/** What is said of a step that a guard does not allow. */
export function refusal({ guard }: CompiledGuard): string {
  if (guard.message !== undefined) return guard.message;
  switch (guard.kind) {
    case 'before':
    case 'each-before':
      return `"${guard.second}" only after "${guard.first}" (guard ${guard.id})`;
    case 'at-most':
      return `"${guard.node}" at most ${guard.times} times (guard ${guard.id})`;
    case 'not-both':
      return `not both "${guard.one}" and "${guard.other}" (guard ${guard.id})`;
    case 'requires':
      return `"${guard.node}" only if ${guard.condition} (guard ${guard.id})`;
  }
}
