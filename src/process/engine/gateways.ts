import { holdsIn } from './data.ts';
import type { Step } from './definition.ts';
import type { Execution } from './execution.ts';
import type { ScopeState } from './state.ts';
import { hold } from './subscriptions.ts';

/** Puts a token on a flow. */
export function takeWay(x: Execution, index: number, scope: number): void {
  const way = x.definition.ways[index];
  if (!way) throw new Error(`no flow ${index}`);
  x.trace.push({ what: 'take', id: way.id });
  x.push({ kind: 'enter', node: way.to, scope, way: index });
}

/** Flows of a node whose condition holds; those without a condition always do, the default one is not among them. */
export function openWays(x: Execution, step: Step, scope: number): readonly number[] {
  return step.outgoing.filter((index) => {
    if (index === step.fallback) return false;
    const { when } = x.definition.ways[index] ?? {};
    return !when || holdsIn(x, scope, when);
  });
}

/**
 * Leaves a node by all flows that may be taken, or by the default one. False if there are flows and none may
 * be taken.
 */
export function leaveBy(x: Execution, step: Step, scope: number, one: boolean): boolean {
  const open = openWays(x, step, scope);
  const [first] = open;
  if (first !== undefined) {
    for (const way of one ? [first] : open) takeWay(x, way, scope);
    // The default flow is for when no condition holds: flows without one are taken beside it.
    const isChosen = one || open.some((way) => x.definition.ways[way]?.when);
    if (!isChosen && step.fallback !== undefined) takeWay(x, step.fallback, scope);
    return true;
  }
  if (step.fallback !== undefined) takeWay(x, step.fallback, scope);
  return step.fallback !== undefined || step.outgoing.length === 0;
}

/** Stops at a gateway that has no way out: with other data it may have one. */
export function holdAtGateway(x: Execution, step: Step, scope: number): void {
  const token = x.addToken(step.index, scope, { kind: 'event' });
  hold(x, token, 'no flow has a condition that holds, and there is no default flow');
}

/** A token arrives at a parallel join: true when one has arrived by each flow, and they are taken away. */
export function joinAll(step: Step, scope: ScopeState, way: number): boolean {
  arrive(scope, way);
  if (!step.incoming.every((flow) => (scope.arrived.get(flow) ?? 0) > 0)) return false;
  for (const flow of step.incoming) depart(scope, flow);
  return true;
}

/** A token waits at a join: it counts as active in its scope. */
export function arrive(scope: ScopeState, way: number): void {
  scope.arrived.set(way, (scope.arrived.get(way) ?? 0) + 1);
  scope.active += 1;
}

function depart(scope: ScopeState, way: number): void {
  const left = (scope.arrived.get(way) ?? 0) - 1;
  if (left > 0) scope.arrived.set(way, left);
  else scope.arrived.delete(way);
  scope.active -= 1;
}

/**
 * Lets one inclusive join go on that need not wait any longer (BPMN 2.0, 13.4.3): no token in its scope can
 * still reach a flow of it that has none, but by way of a flow that has one. False if there is none.
 */
export function releaseInclusiveJoin(x: Execution): boolean {
  for (const scope of x.state.scopes.values()) {
    if (scope.arrived.size === 0) continue;
    const joins = new Set(
      [...scope.arrived.keys()].map((flow) => x.definition.ways[flow]?.to ?? 0),
    );
    for (const node of joins) {
      const step = x.step(node);
      if (step.type !== 'inclusiveGateway' || !mayGo(x, step, scope)) continue;
      for (const flow of step.incoming) if (scope.arrived.has(flow)) depart(scope, flow);
      x.note('enter', node);
      x.push({ kind: 'leave', node, scope: scope.id });
      return true;
    }
  }
  return false;
}

function mayGo(x: Execution, step: Step, scope: ScopeState): boolean {
  const full = step.incoming.filter((flow) => scope.arrived.has(flow));
  const empty = step.incoming.filter((flow) => !scope.arrived.has(flow));
  if (empty.length === 0) return true;
  const toEmpty = nodesBefore(x, empty, step.index);
  const toFull = nodesBefore(x, full, step.index);
  const comes = (node: number) => toEmpty.has(node) && !toFull.has(node);
  for (const token of x.state.tokens.values())
    if (token.scope === scope.id && !token.undoes && comes(token.node)) return false;
  for (const flow of scope.arrived.keys()) {
    const to = x.definition.ways[flow]?.to ?? 0;
    if (to !== step.index && comes(to)) return false;
  }
  return true;
}

/** Nodes from which a token can come to one of the flows without passing the join. */
function nodesBefore(x: Execution, flows: readonly number[], join: number): ReadonlySet<number> {
  const found = new Set<number>();
  const open = flows.map((flow) => x.definition.ways[flow]?.from ?? join);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === join || found.has(node)) continue;
    found.add(node);
    const { incoming, attachedTo } = x.step(node);
    for (const flow of incoming) open.push(x.definition.ways[flow]?.from ?? join);
    // An activity is left by its boundary events, too.
    if (attachedTo !== undefined) open.push(attachedTo);
  }
  return found;
}
