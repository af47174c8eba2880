import type { Edge, Gate, Graph } from './graph.ts';

/**
 * Makes the graph smaller without changing whether it can get stuck: what follows one by one becomes one, and
 * a split whose ways all meet again in a join that suits it becomes a way. Well-structured processes vanish.
 * Linear but for the moving of edges.
 */
export function reduce(graph: Graph): void {
  const open = [...graph.gates];
  const waiting = new Set(open);
  const touch = (gate: Gate) => {
    if (!graph.gates.has(gate) || waiting.has(gate)) return;
    waiting.add(gate);
    open.push(gate);
  };
  // First in, first out: a gate with many ways is looked at once for all that changed around it.
  for (let at = 0; at < open.length; at += 1) {
    const gate = open[at];
    if (!gate) continue;
    waiting.delete(gate);
    if (!graph.gates.has(gate)) continue;
    const touched = mergeWays(graph, gate) ?? becomeOne(graph, gate);
    for (const one of touched ?? []) touch(one);
  }
}

/** The start stays as it is: that is where tokens come from. */
function becomeOne(graph: Graph, gate: Gate): readonly Gate[] | undefined {
  return gate === graph.start ? undefined : (passThrough(graph, gate) ?? foldIntoNext(graph, gate));
}

/** Two ways from a split straight to the same join are one, if the join wants what the split gives. */
function mergeWays(graph: Graph, gate: Gate): readonly Gate[] | undefined {
  if (gate.kind === 'stop') return undefined;
  const byTarget = new Map<Gate, Edge>();
  const touched = new Set<Gate>();
  for (const edge of gate.outgoing) {
    const { to } = edge;
    if (to === gate) {
      // Round and back to the same choice, as often as one likes: the others are still to be chosen.
      if (gate.kind !== 'xor' || gate.outgoing.size === 1) continue;
      gate.holds = joined(gate.holds, edge.holds);
      graph.removeEdge(edge);
      touched.add(gate);
      continue;
    }
    const first = byTarget.get(to);
    if (!first) {
      byTarget.set(to, edge);
    } else if (suits(gate, to)) {
      first.holds = joined(first.holds, edge.holds);
      graph.removeEdge(edge);
      touched.add(gate).add(to);
    }
  }
  return touched.size > 0 ? [...touched] : undefined;
}

function suits(split: Gate, join: Gate): boolean {
  if (split.kind === join.kind) return true;
  return join.kind === 'or' && (split.kind === 'and' || split.kind === 'xor');
}

/** A node with one way in and one way out is part of that way. */
function passThrough(graph: Graph, gate: Gate): readonly Gate[] | undefined {
  if (gate.kind === 'stop' || gate.incoming.size !== 1 || gate.outgoing.size !== 1)
    return undefined;
  const [before] = gate.incoming;
  const [after] = gate.outgoing;
  if (!before || !after || before === after || after.to === gate) return undefined;
  const holds = joined(joined(before.holds, gate.holds), after.holds);
  graph.removeEdge(before);
  graph.removeEdge(after);
  graph.gates.delete(gate);
  graph.connect(before.from, after.to, holds);
  return [before.from, after.to];
}

/** A join that leads only to a gate of its kind is part of it, and a split that only one of its kind leads to. */
function foldIntoNext(graph: Graph, gate: Gate): readonly Gate[] | undefined {
  if (gate.kind === 'stop' || gate.kind === 'or') return undefined;
  for (const edge of gate.outgoing) {
    const { to } = edge;
    const single = gate.outgoing.size === 1 || to.incoming.size === 1;
    if (to === gate || to.kind !== gate.kind || !single || to.outgoing.size === 0) continue;
    graph.removeEdge(edge);
    const size = ({ incoming, outgoing }: Gate) => incoming.size + outgoing.size;
    const [kept, gone] = size(to) > size(gate) ? [to, gate] : [gate, to];
    kept.holds = joined(joined(gate.holds, edge.holds), to.holds);
    graph.gates.delete(gone);
    return [kept, ...moveEdges(graph, gone, kept)];
  }
  return undefined;
}

/** Gives the neighbours. */
function moveEdges(graph: Graph, from: Gate, to: Gate): readonly Gate[] {
  const neighbours: Gate[] = [];
  for (const edge of [...from.incoming, ...from.outgoing]) {
    graph.removeEdge(edge);
    const [start, end] = [edge.from, edge.to].map((gate) => (gate === from ? to : gate));
    if (!start || !end) continue;
    graph.connect(start, end, edge.holds);
    neighbours.push(start, end);
  }
  return neighbours;
}

/** Appends the shorter list to the longer: lists only grow, and nobody else keeps them. */
function joined(one: string[], other: string[]): string[] {
  if (one.length < other.length) return joined(other, one);
  for (const id of other) one.push(id);
  return one;
}
