import type { Flow } from '../model/flow.ts';
import type { ProcessNode } from '../model/node.ts';

/** A way that leads out of a node and does not arrive anywhere yet. */
export interface OpenEnd {
  readonly from: string;
  readonly name?: string;
  readonly when?: string;
  /** Taken where no condition holds. */
  readonly fallback?: true;
}

/** Nodes and flows of a process as they are put together, each in the lane of whoever does it. */
export class FlowBuilder {
  readonly nodes: ProcessNode[] = [];
  readonly laneOf = new Map<string, string>();
  readonly #flows: Flow[] = [];
  /** Ways back come last: who takes the first option does not go round for ever. */
  readonly #back: (() => void)[] = [];
  readonly #name: string;

  /** @param name of the process: ids start with it, so that they are unique in a document */
  constructor(name: string) {
    this.#name = name;
  }

  get flows(): readonly Flow[] {
    for (const connect of this.#back.splice(0)) connect();
    return this.#flows;
  }

  /** Adds a node and leads ways to it; several meet in a gateway first. Gives its id. */
  add(
    node: Omit<ProcessNode, 'id'> & { readonly id: string },
    ends: readonly OpenEnd[],
    lane: string | undefined,
  ): string {
    const id = `${this.#name}.${node.id}`;
    const isMerge = node.type === 'exclusiveGateway' || node.type === 'endEvent';
    if (ends.length > 1 && !isMerge) {
      const merge = this.add({ id: `${node.id}.merge`, type: 'exclusiveGateway' }, ends, lane);
      return this.add(node, [{ from: merge }], lane);
    }
    this.nodes.push({ ...node, id });
    if (lane !== undefined) this.laneOf.set(id, lane);
    this.lead(ends, id);
    return id;
  }

  lead(ends: readonly OpenEnd[], to: string): void {
    for (const end of ends) this.#connect(end, to);
  }

  /** Leads ways to a node that may stand before them; `to` is asked when all nodes are there. */
  leadBack(ends: readonly OpenEnd[], to: () => string): void {
    this.#back.push(() => this.lead(ends, to()));
  }

  #connect({ from, name, when, fallback }: OpenEnd, to: string): void {
    const id = `${this.#name}.flow-${this.#flows.length + 1}`;
    this.#flows.push({
      id,
      from,
      to,
      ...(name !== undefined && { name }),
      ...(when !== undefined && { when }),
    });
    if (!fallback) return;
    const at = this.nodes.findIndex((node) => node.id === from);
    const node = this.nodes[at];
    if (node) this.nodes[at] = { ...node, default: id };
  }
}
