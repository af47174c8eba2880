import type { Opening, ScopePlan, Step } from '../engine/definition.ts';
import { dueTime } from '../engine/timers.ts';
import type { FlatNode, FlatProcess, FlatScope } from './flatten.ts';
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
  const openings = openingsOf(flat.scopes[0]?.nodes ?? [], flat, steps);
  for (const { node, trigger } of openings) {
    // Before an instance is started there are no data that a time could depend on.
    if (trigger.kind !== 'timer' || dueTime(trigger.form, trigger.when(nothing, 0).value, 0))
      continue;
    const id = steps[node]?.id ?? '';
    const problem = 'Its time is not known as long as nothing has been started.';
    report.say(id, 'bad-expression', { id, problem });
  }
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

const nothing = () => undefined;

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

/**
 * What starts an instance by itself: start events that wait for something, receive tasks that instantiate, and what
 * stands behind an event-based gateway that does.
 */
function openingsOf(
  nodes: readonly FlatNode[],
  flat: FlatProcess,
  steps: readonly Step[],
): readonly Opening[] {
  const first = nodes.flatMap((one): readonly FlatNode[] => {
    const { node } = one;
    if (node.type === 'startEvent' || (node.type === 'receiveTask' && node.instantiate))
      return [one];
    if (node.type !== 'eventBasedGateway' || !node.instantiate) return [];
    const targets = flat.flows.filter(({ flow }) => flow.from === node.id);
    return targets.flatMap(({ flow }) => flat.byId.get(flow.to) ?? []);
  });
  return first.flatMap(({ index }) => {
    const { trigger } = steps[index] ?? {};
    const opens = trigger && OPENING.has(trigger.kind);
    return opens ? [{ node: index, trigger }] : [];
  });
}

const OPENING: ReadonlySet<string> = new Set(['message', 'signal', 'timer', 'condition']);
