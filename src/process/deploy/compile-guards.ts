import { automatonOf, nodesOf } from '../engine/compile-guard.ts';
import type { CompiledGuard, Definition } from '../engine/definition.ts';
import type { Process } from '../model/process-model.ts';
import type { Compiling } from './compile-event.ts';

/** The guards of a process as automata and conditions. */
export function compileGuards(
  process: Process,
  c: Compiling,
): Pick<Definition, 'guards' | 'guardsOf'> {
  const guards: CompiledGuard[] = [];
  const guardsOf = new Map<number, number[]>();
  for (const guard of process.guards ?? []) {
    const problem = problemOf(guard, c);
    if (problem !== undefined) {
      c.report.say(guard.id, 'bad-guard', { id: guard.id, problem });
      continue;
    }
    const indexOf = (id: string) => c.flat.byId.get(id)?.index ?? 0;
    const automaton = automatonOf(guard, indexOf);
    const holds = guard.kind === 'requires' ? c.formula(guard.id, guard.condition) : undefined;
    const { all } = nodesOf(guard);
    for (const id of new Set(all)) {
      const list = guardsOf.get(indexOf(id));
      if (list) list.push(guards.length);
      else guardsOf.set(indexOf(id), [guards.length]);
    }
    guards.push({
      guard,
      ...(guard.otherwise !== undefined && { otherwise: indexOf(guard.otherwise) }),
      ...(automaton && { automaton }),
      ...(guard.kind === 'requires' &&
        holds && { condition: { node: indexOf(guard.node), holds } }),
    });
  }
  return { guards, guardsOf };
}

function problemOf(
  guard: NonNullable<Process['guards']>[number],
  c: Compiling,
): string | undefined {
  const { all, held } = nodesOf(guard);
  if (all.length === 2 && all[0] === all[1]) return 'it speaks of one node twice';
  for (const id of [...all, ...(guard.otherwise === undefined ? [] : [guard.otherwise])]) {
    const found = c.flat.byId.get(id);
    if (!found) return `there is no node "${id}"`;
    if (/Gateway$|^boundaryEvent$|^startEvent$/.test(found.node.type) || found.node.eventTriggered)
      return `"${id}" is a ${found.node.type}: guards speak of activities and of events that are entered`;
  }
  if (guard.otherwise === undefined) return undefined;
  const scope = c.flat.byId.get(guard.otherwise)?.scope;
  const elsewhere = held.find((id) => c.flat.byId.get(id)?.scope !== scope);
  return elsewhere === undefined
    ? undefined
    : `"${guard.otherwise}" stands in another sub-process than "${elsewhere}"`;
}
