import type { FlatNode, FlatProcess } from './flatten.ts';
import type { Report } from './report.ts';

/** What of the form of a process is wrong, or is not executed. */
export function checkStructure(flat: FlatProcess, report: Report): void {
  for (const id of flat.duplicates) report.say(id, 'duplicate-id', { id });
  const incoming = new Set<string>();
  const outgoing = new Set<string>();
  for (const { flow, scope } of flat.flows) {
    for (const end of [flow.from, flow.to]) {
      const node = flat.byId.get(end);
      if (!node) report.say(flow.id, 'unknown-reference', { id: flow.id, target: end });
      else if (node.scope !== scope)
        report.say(flow.id, 'misplaced', {
          id: flow.id,
          problem: `leads to or from "${end}", which stands in another process or sub-process`,
        });
    }
    incoming.add(flow.to);
    outgoing.add(flow.from);
  }
  for (const flatNode of flat.nodes) {
    const { node } = flatNode;
    const misplaced = (problem: string) =>
      report.say(node.id, 'misplaced', { id: node.id, problem });
    notExecuted(flatNode, report);
    if (node.type === 'startEvent' && incoming.has(node.id))
      misplaced('is a start with a flow into it');
    if (node.type === 'endEvent' && outgoing.has(node.id))
      misplaced('is an end with a flow out of it');
    if (node.type === 'boundaryEvent') checkBoundary(flatNode, flat, incoming, misplaced);
    if (node.eventTriggered) {
      if (incoming.has(node.id) || outgoing.has(node.id))
        misplaced('is an event sub-process, which no flow leads to');
      const starts = (node.nodes ?? []).filter(({ type }) => type === 'startEvent');
      if (starts.length !== 1 || !starts[0]?.event)
        misplaced('is an event sub-process, which starts with exactly one event');
    } else if (node.nodes) {
      const start = node.nodes.find(({ type, event }) => type === 'startEvent' && event);
      if (start)
        report.say(start.id, 'misplaced', {
          id: start.id,
          problem: 'waits for an event, but its sub-process is started by a flow',
        });
    }
    if (node.default !== undefined && flat.flowById.get(node.default)?.flow.from !== node.id)
      report.say(node.id, 'unknown-reference', { id: node.id, target: node.default });
    if (node.type === 'eventBasedGateway') checkEventGateway(flatNode, flat, misplaced);
    if (node.instantiate && incoming.has(node.id))
      misplaced('starts an instance, but a flow leads to it');
    if (node.compensates && incoming.has(node.id))
      misplaced('is done to undo another activity, so that no flow leads to it');
  }
  for (const scope of flat.scopes) {
    const isEmpty = scope.nodes.length === 0;
    const owner = scope.owner === undefined ? undefined : flat.nodes[scope.owner];
    if (isEmpty && owner)
      report.say(owner.node.id, 'misplaced', {
        id: owner.node.id,
        problem: 'is an empty sub-process',
      });
  }
}

function notExecuted({ node, inner }: FlatNode, report: Report): void {
  const refuse = (what: string) => report.say(node.id, 'not-executed', { id: node.id, what });
  for (const what of node.notExecuted ?? []) refuse(what);
  if (node.type === 'complexGateway') refuse('a complex gateway');
  if (node.event?.type === 'multiple') refuse('an event with several definitions');
  const { type, event } = node;
  if (type === 'intermediateCatchEvent' && event?.type === 'timer' && event.every !== undefined)
    refuse('a timer that goes off again and again in the middle of a flow');
  if (node.type === 'callActivity' && inner === undefined)
    report.say(node.id, 'unknown-reference', { id: node.id, target: node.calls ?? 'no process' });
  const kind = node.event?.type;
  if (!node.type.endsWith('Event') || kind === undefined || kind === 'multiple') return;
  if (!allowed[node.type]?.has(kind))
    report.say(node.id, 'misplaced', {
      id: node.id,
      problem: `is a ${node.type}, which cannot be of type ${kind}`,
    });
}

const catching = ['message', 'timer', 'signal', 'conditional'];
const allowed: Readonly<Record<string, ReadonlySet<string>>> = {
  startEvent: new Set([...catching, 'error', 'escalation', 'compensation']),
  intermediateCatchEvent: new Set([...catching, 'link']),
  intermediateThrowEvent: new Set(['message', 'signal', 'escalation', 'compensation', 'link']),
  endEvent: new Set([
    'message',
    'signal',
    'error',
    'escalation',
    'compensation',
    'terminate',
    'cancel',
  ]),
  boundaryEvent: new Set([...catching, 'error', 'escalation', 'compensation', 'cancel']),
};

function checkBoundary(
  { node, scope }: FlatNode,
  flat: FlatProcess,
  incoming: ReadonlySet<string>,
  misplaced: (problem: string) => void,
): void {
  const host = node.attachedTo === undefined ? undefined : flat.byId.get(node.attachedTo);
  if (
    !host ||
    host.scope !== scope ||
    !/[tT]ask$|Activity$|[sS]ubProcess$|transaction/.test(host.node.type)
  )
    misplaced('is a boundary event without an activity to stand on');
  if (!node.event) misplaced('is a boundary event that waits for nothing');
  if (incoming.has(node.id)) misplaced('is a boundary event with a flow into it');
  if (node.event?.type === 'compensation' && !flat.handlers.has(node.id))
    misplaced('is a compensation event without an association to what undoes the activity');
  if (node.event?.type === 'cancel' && host?.node.type !== 'transaction')
    misplaced('is a cancel event that does not stand on a transaction');
}

function checkEventGateway(
  { node }: FlatNode,
  flat: FlatProcess,
  misplaced: (problem: string) => void,
): void {
  const targets = flat.flows.filter(({ flow }) => flow.from === node.id);
  for (const { flow } of targets) {
    const target = flat.byId.get(flow.to)?.node;
    const waits =
      target?.type === 'receiveTask' || (target?.type === 'intermediateCatchEvent' && target.event);
    if (target && !waits) misplaced(`is followed by "${target.id}", which waits for nothing`);
    const isMessage = target?.type === 'receiveTask' || target?.event?.type === 'message';
    if (node.instantiate && target && !isMessage)
      misplaced(
        `starts an instance, but is followed by "${target.id}", which waits for no message`,
      );
  }
  if (targets.length === 0) misplaced('is followed by nothing');
}
