import type { Opening, ScopePlan, Step } from '../engine/definition.ts';
import type { FlatProcess, FlatScope } from './flatten.ts';
import type { Report } from './report.ts';

/** Where each scope starts and what it reacts to, and what starts an instance. */
export function compileScopes(
  flat: FlatProcess,
  steps: readonly Step[],
  report: Report,
): { readonly scopes: readonly ScopePlan[]; readonly openings: readonly Opening[] } {
  const scopes = flat.scopes.map((scope): ScopePlan => {
    const reactions = scope.nodes.flatMap(({ node, index, inner }) => {
      if (!node.eventTriggered || inner === undefined) return [];
      const start = flat.scopes[inner]?.nodes.find((one) => one.node.type === 'startEvent');
      return start ? [{ start: start.index, node: index }] : [];
    });
    return {
      index: scope.index,
      starts: startsOf(scope, steps),
      reactions,
      called: scope.called,
      nodes: scope.nodes.map(({ index }) => index),
    };
  });
  const openings = openingsOf(flat.scopes[0]?.nodes.map(({ index }) => steps[index]) ?? []);
  for (const [index, { starts, nodes }] of scopes.entries()) {
    const owner = flat.scopes[index]?.owner;
    const node = flat.nodes[owner ?? nodes[0] ?? 0]?.node;
    const isReaction = owner !== undefined && flat.nodes[owner]?.node.eventTriggered === true;
    const isOpened = index === 0 && openings.length > 0;
    if (node && starts.length === 0 && !isReaction && !isOpened && nodes.length > 0)
      report.say(node.id, 'misplaced', { id: node.id, problem: 'stands where nothing starts' });
  }
  return { scopes, openings };
}

/** Plain start events; without any start event, the nodes that nothing leads to. */
function startsOf({ nodes }: FlatScope, steps: readonly Step[]): readonly number[] {
  const events = nodes.filter(({ node }) => node.type === 'startEvent');
  if (events.length > 0) return events.flatMap(({ node, index }) => (node.event ? [] : index));
  return nodes.flatMap(({ node, index }) => {
    const isStart =
      node.type !== 'boundaryEvent' &&
      !(node.type === 'intermediateCatchEvent' && node.event?.type === 'link') &&
      !node.eventTriggered &&
      !node.compensates &&
      !node.instantiate &&
      steps[index]?.incoming.length === 0;
    return isStart ? index : [];
  });
}

/** Start events that wait for something. */
function openingsOf(nodes: readonly (Step | undefined)[]): readonly Opening[] {
  return nodes.flatMap((step) => {
    if (!step?.trigger || step.type !== 'startEvent') return [];
    const { kind } = step.trigger;
    const opens =
      kind === 'message' || kind === 'signal' || kind === 'timer' || kind === 'condition';
    return opens ? [{ node: step.index, trigger: step.trigger }] : [];
  });
}
