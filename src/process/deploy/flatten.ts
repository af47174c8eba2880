import type { Flow } from '../model/flow.ts';
import type { ProcessNode } from '../model/node.ts';
import type { Process, ProcessModel } from '../model/process-model.ts';

/** A node with its number and the scope in which it stands. */
export interface FlatNode {
  readonly node: ProcessNode;
  readonly index: number;
  readonly scope: number;
  /** The scope inside. */
  readonly inner: number | undefined;
}

export interface FlatFlow {
  readonly flow: Flow;
  readonly index: number;
  readonly scope: number;
}

export interface FlatScope {
  readonly index: number;
  /** A process that is called has data of its own. */
  readonly called: boolean;
  /** The node of a sub-process; undefined for processes. */
  readonly owner: number | undefined;
  readonly nodes: readonly FlatNode[];
}

/** A process with all that is inside of it or called by it, numbered. */
export interface FlatProcess {
  readonly nodes: readonly FlatNode[];
  readonly flows: readonly FlatFlow[];
  readonly scopes: readonly FlatScope[];
  /** The first node of each id. */
  readonly byId: ReadonlyMap<string, FlatNode>;
  readonly flowById: ReadonlyMap<string, FlatFlow>;
  /** Which node undoes which, by compensation events and associations: from the event to the handler. */
  readonly handlers: ReadonlyMap<string, string>;
  /** Ids that several things have. */
  readonly duplicates: readonly string[];
}

/** Numbers everything that an instance of the process can come to. Not recursive, linear. */
export function flatten(model: ProcessModel, process: Process): FlatProcess {
  const nodes: FlatNode[] = [];
  const flows: FlatFlow[] = [];
  const scopes: (FlatScope & { nodes: FlatNode[] })[] = [];
  const byId = new Map<string, FlatNode>();
  const flowById = new Map<string, FlatFlow>();
  const handlers = new Map<string, string>();
  const duplicates = new Set<string>();
  const processes = new Map(model.processes.map((one) => [one.id, one]));
  const calledScopes = new Map<string, number>();
  type Content = Pick<ProcessNode, 'nodes' | 'flows' | 'associations'>;
  const open: { content: Content; scope: number }[] = [];

  const addScope = (content: Content, called: boolean, owner?: number): number => {
    const scope = { index: scopes.length, called, owner, nodes: [] };
    scopes.push(scope);
    open.push({ content, scope: scope.index });
    return scope.index;
  };
  const scopeOfCall = (id: string): number | undefined => {
    const known = calledScopes.get(id);
    const called = processes.get(id);
    if (known !== undefined || !called) return known;
    const scope = addScope(called, true);
    calledScopes.set(id, scope);
    return scope;
  };

  calledScopes.set(process.id, addScope(process, true));
  for (let next = open.shift(); next; next = open.shift()) {
    const { content, scope } = next;
    for (const node of content.nodes ?? []) {
      const index = nodes.length;
      const inner = node.nodes
        ? addScope(node, false, index)
        : node.calls === undefined
          ? undefined
          : scopeOfCall(node.calls);
      const flat = { node, index, scope, inner };
      nodes.push(flat);
      scopes[scope]?.nodes.push(flat);
      if (byId.has(node.id)) duplicates.add(node.id);
      else byId.set(node.id, flat);
    }
    for (const flow of content.flows ?? []) {
      const flat = { flow, index: flows.length, scope };
      flows.push(flat);
      if (flowById.has(flow.id) || byId.has(flow.id)) duplicates.add(flow.id);
      flowById.set(flow.id, flat);
    }
    for (const { from, to } of content.associations ?? []) handlers.set(from, to);
  }
  return { nodes, flows, scopes, byId, flowById, handlers, duplicates: [...duplicates] };
}
