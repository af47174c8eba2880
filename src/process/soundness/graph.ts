import type { Flow } from '../model/flow.ts';
import type { ProcessNode } from '../model/node.ts';

/** How a node passes tokens on: one by one, all together, any number, or it ends everything. */
export type GateKind = 'xor' | 'and' | 'or' | 'stop';

/** A node of the graph that is searched. Tasks and events are what its edges and nodes `hold`. */
export interface Gate {
  readonly number: number;
  readonly kind: GateKind;
  /** Nodes of the process that are done whenever this is. */
  holds: string[];
  readonly incoming: Set<Edge>;
  readonly outgoing: Set<Edge>;
}

export interface Edge {
  readonly number: number;
  from: Gate;
  to: Gate;
  holds: string[];
}

/** The flow of one process or sub-process, without data: what is chosen by data may be chosen either way. */
export class Graph {
  readonly gates = new Set<Gate>();
  readonly start: Gate;
  #number = 0;

  constructor(parallelStart: boolean) {
    this.start = this.addGate(parallelStart ? 'and' : 'xor');
  }

  addGate(kind: GateKind, id?: string): Gate {
    const holds = id === undefined ? [] : [id];
    const gate = {
      number: (this.#number += 1),
      kind,
      holds,
      incoming: new Set<Edge>(),
      outgoing: new Set<Edge>(),
    };
    this.gates.add(gate);
    return gate;
  }

  connect(from: Gate, to: Gate, holds: string[] = []): Edge {
    const edge = { number: (this.#number += 1), from, to, holds };
    from.outgoing.add(edge);
    to.incoming.add(edge);
    return edge;
  }

  removeEdge(edge: Edge): void {
    edge.from.outgoing.delete(edge);
    edge.to.incoming.delete(edge);
  }
}

/** The graph of what stands in a process or sub-process. */
export function graphOf({ nodes = [], flows = [] }: Pick<ProcessNode, 'nodes' | 'flows'>): Graph {
  const hasStart = nodes.some(({ type }) => type === 'startEvent');
  const graph = new Graph(!hasStart);
  const led = new Set(flows.map(({ to }) => to));
  const shown = nodes.filter((node) => !node.eventTriggered && !node.compensates);
  const entries = new Map<string, Gate>();
  for (const node of shown) entries.set(node.id, graph.addGate(kindOf(node), node.id));
  const exits = exitsOf(graph, shown, flows, entries);
  for (const { id, type, event } of shown) {
    const entry = entries.get(id);
    if (!entry || type === 'boundaryEvent') continue;
    const isCatch = event?.type === 'link' && type === 'intermediateCatchEvent';
    if (hasStart ? type === 'startEvent' : !led.has(id) && !isCatch)
      graph.connect(graph.start, entry);
    if (event?.type !== 'link' || type !== 'intermediateThrowEvent') continue;
    const { link } = event;
    const target = shown.find(
      (one) =>
        one.type === 'intermediateCatchEvent' &&
        one.event?.type === 'link' &&
        one.event.link === link,
    );
    const to = target && entries.get(target.id);
    if (to) graph.connect(entry, to);
  }
  for (const { from, to } of flows) {
    const [exit, entry] = [exits.get(from), entries.get(to)];
    if (exit && entry) graph.connect(exit, entry);
  }
  return graph;
}

/** Where each node is left: behind the choice that its boundary events make, and by all flows together. */
function exitsOf(
  graph: Graph,
  nodes: readonly ProcessNode[],
  flows: readonly Flow[],
  entries: ReadonlyMap<string, Gate>,
): Map<string, Gate> {
  const events = Map.groupBy(
    nodes.filter(({ type, event }) => type === 'boundaryEvent' && event?.type !== 'compensation'),
    ({ attachedTo = '' }) => attachedTo,
  );
  const outgoing = Map.groupBy(flows, ({ from }) => from);
  const exits = new Map<string, Gate>();
  for (const { id, type } of nodes) {
    const entry = entries.get(id);
    if (!entry) continue;
    let exit = entry;
    const boundary = events.get(id) ?? [];
    if (boundary.length > 0) {
      exit = graph.addGate('xor');
      graph.connect(entry, exit);
    }
    for (const { id: event, interrupting } of boundary) {
      const to = entries.get(event);
      if (!to) continue;
      if (interrupting !== false) {
        graph.connect(entry, to);
      } else {
        // What does not interrupt comes beside the usual way.
        const beside = graph.addGate('and');
        graph.connect(entry, beside);
        graph.connect(beside, to);
        graph.connect(beside, exit);
      }
    }
    const ways = outgoing.get(id) ?? [];
    if (ways.length > 1 && !type.endsWith('Gateway')) {
      const split = graph.addGate(ways.some(({ when }) => when !== undefined) ? 'or' : 'and');
      graph.connect(exit, split);
      exit = split;
    }
    exits.set(id, exit);
  }
  return exits;
}

function kindOf({ type, event }: ProcessNode): GateKind {
  switch (type) {
    case 'parallelGateway':
      return 'and';
    case 'inclusiveGateway':
    case 'complexGateway':
      return 'or';
    case 'endEvent':
      return event && ['terminate', 'error', 'cancel'].includes(event.type) ? 'stop' : 'xor';
    default:
      return 'xor';
  }
}
