import type { Edge, Gate, Graph } from './graph.ts';

/** What was found, each with the nodes that were done on the way to it. */
export interface Explored {
  readonly states: number;
  /** False when there was more to look at than the bound. */
  readonly complete: boolean;
  /** Nothing can go on, but tokens wait before `at`. */
  readonly stuck: Finding | undefined;
  /** A second token comes to where one is already. */
  readonly crowded: Finding | undefined;
  /** From here the end cannot be reached any more. */
  readonly endless: Finding | undefined;
  readonly usedEdges: ReadonlySet<Edge>;
  readonly usedGates: ReadonlySet<Gate>;
}

export interface Finding {
  readonly at: readonly string[];
  readonly trace: readonly string[];
}

interface State {
  readonly marked: readonly Edge[];
  readonly from: State | undefined;
  readonly by: Gate | undefined;
  readonly next: State[];
  /** True when the end can be reached. */
  ends: boolean;
}

/**
 * Looks at the markings that a graph can come to. Of what can happen, in each marking only one gate with all
 * its choices is looked at: no two gates take from the same edge, so that the order between them does not
 * matter. The one that lies furthest back goes first, so that tokens that can meet do meet; where this leads
 * only to what is known, all others are looked at, too. Stops at the first of what is `wanted`, if that is given;
 * the way to it is the shortest.
 */
export function explore(graph: Graph, bound: number, wanted?: 'stuck' | 'crowded'): Explored {
  const order = ranks(graph);
  const states = new Map<string, State>();
  const usedEdges = new Set<Edge>();
  const usedGates = new Set<Gate>([graph.start]);
  const found: { stuck?: Finding; crowded?: Finding } = {};
  const open: State[] = [];
  let complete = true;

  const visit = (marked: readonly Edge[], from?: State, by?: Gate): boolean => {
    const sorted = marked.toSorted((one, other) => one.number - other.number);
    for (const [index, edge] of sorted.entries()) {
      usedEdges.add(edge);
      if (sorted[index + 1] !== edge) continue;
      found.crowded ??= { at: [...edge.holds, ...edge.to.holds], trace: traceOf(from, by) };
      return false;
    }
    const key = sorted.map(({ number }) => number).join(' ');
    const known = states.get(key);
    if (known) {
      from?.next.push(known);
      return false;
    }
    if (states.size >= bound) {
      complete = false;
      return false;
    }
    const state: State = { marked: sorted, from, by, next: [], ends: sorted.length === 0 };
    states.set(key, state);
    from?.next.push(state);
    open.push(state);
    return true;
  };

  for (const edges of choices(graph.start)) visit(edges);
  for (let at = 0; at < open.length; at += 1) {
    const state = open[at];
    if (!state || (wanted && found[wanted])) break;
    if (state.marked.length === 0) continue;
    const marked = new Set(state.marked);
    const gates = [...new Set(state.marked.map(({ to }) => to))]
      .filter((gate) => isEnabled(gate, marked))
      .sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
    if (gates.length === 0)
      found.stuck ??= {
        at: [...new Set(state.marked.flatMap(({ to }) => to.holds.slice(0, 1)))],
        trace: traceOf(state),
      };
    for (const gate of gates) {
      usedGates.add(gate);
      let isNew = false;
      for (const after of fire(gate, state.marked)) isNew = visit(after, state, gate) || isNew;
      if (isNew) break;
    }
  }
  const decided = complete && !found.stuck && !found.crowded;
  const endless = decided ? withoutEnd([...states.values()]) : undefined;
  return {
    states: states.size,
    complete,
    stuck: found.stuck,
    crowded: found.crowded,
    endless: endless && {
      at: endless.marked.flatMap(({ to }) => to.holds.slice(0, 1)),
      trace: traceOf(endless),
    },
    usedEdges,
    usedGates,
  };
}

/** A state from which the end cannot be reached. */
function withoutEnd(states: readonly State[]): State | undefined {
  const before = new Map<State, State[]>();
  for (const state of states) {
    for (const next of state.next) {
      const list = before.get(next);
      if (list) list.push(state);
      else before.set(next, [state]);
    }
  }
  const open = states.filter(({ ends }) => ends);
  for (let state = open.pop(); state; state = open.pop()) {
    for (const previous of before.get(state) ?? []) {
      if (previous.ends) continue;
      previous.ends = true;
      open.push(previous);
    }
  }
  return states.find(({ ends }) => !ends);
}

function isEnabled(gate: Gate, marked: ReadonlySet<Edge>): boolean {
  const incoming = [...gate.incoming];
  if (gate.kind === 'and') return incoming.every((edge) => marked.has(edge));
  if (gate.kind !== 'or' || incoming.length < 2) return true;
  const empty = incoming.filter((edge) => !marked.has(edge));
  if (empty.length === 0) return true;
  // BPMN 2.0, 13.4.3: it waits for tokens that can come by an empty way, and not by a full one as well.
  const toEmpty = gatesBefore(empty, gate);
  const toFull = gatesBefore(
    incoming.filter((edge) => marked.has(edge)),
    gate,
  );
  return ![...marked].some(({ to }) => to !== gate && toEmpty.has(to) && !toFull.has(to));
}

function gatesBefore(edges: readonly Edge[], join: Gate): ReadonlySet<Gate> {
  const found = new Set<Gate>();
  const open = edges.map(({ from }) => from);
  for (let gate = open.pop(); gate; gate = open.pop()) {
    if (gate === join || found.has(gate)) continue;
    found.add(gate);
    for (const { from } of gate.incoming) open.push(from);
  }
  return found;
}

/** The markings after a gate has passed tokens on: one for each choice that it has. */
function fire(gate: Gate, marked: readonly Edge[]): readonly (readonly Edge[])[] {
  if (gate.kind === 'stop') return [[]];
  const taken = marked.filter(({ to }) => to === gate);
  const [one] = taken;
  // A gate that joins takes all, others one token.
  const gone = new Set(gate.kind === 'xor' && one ? [one] : taken);
  const rest = marked.filter((edge) => !gone.has(edge));
  return choices(gate).map((edges) => [...rest, ...edges]);
}

/** Ways out of an inclusive split beyond which only single ones and all are looked at. */
const MOST_SUBSETS = 5;

function choices(gate: Gate): readonly (readonly Edge[])[] {
  const out = [...gate.outgoing];
  if (out.length === 0) return [[]];
  if (gate.kind === 'and') return [out];
  if (gate.kind === 'xor' || out.length > MOST_SUBSETS)
    return [...out.map((edge) => [edge]), ...(gate.kind === 'or' ? [out] : [])];
  return Array.from({ length: 2 ** out.length - 1 }, (_, mask) =>
    out.filter((_edge, bit) => ((mask + 1) >> bit) & 1),
  );
}

/** How far back gates lie: the order in which a search from the start leaves them, turned round. */
function ranks(graph: Graph): ReadonlyMap<Gate, number> {
  const left: Gate[] = [];
  const seen = new Set<Gate>([graph.start]);
  const path = [{ gate: graph.start, ways: [...graph.start.outgoing] }];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const next = top.ways.pop()?.to;
    if (!next) {
      left.push(top.gate);
      path.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      path.push({ gate: next, ways: [...next.outgoing] });
    }
  }
  return new Map(left.toReversed().map((gate, rank) => [gate, rank]));
}

function traceOf(state: State | undefined, last?: Gate): readonly string[] {
  const trace: string[][] = last ? [last.holds.slice(0, 3)] : [];
  for (let at = state; at; at = at.from) {
    const before = new Set(at.from?.marked);
    const came = at.marked.filter((edge) => !before.has(edge));
    trace.push([
      ...(at.by?.holds.slice(0, 3) ?? []),
      ...came.flatMap(({ holds }) => holds.slice(0, 10)),
    ]);
  }
  return trace.toReversed().flat();
}
