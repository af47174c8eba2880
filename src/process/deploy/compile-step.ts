import type { Formula, Repetition, Step, Trigger } from '../engine/definition.ts';
import type { ProcessNode } from '../model/node.ts';
import { compileEvent } from './compile-event.ts';
import type { Compiling } from './compile-event.ts';
import type { FlatNode } from './flatten.ts';

/** The flows and boundary events of all nodes, by number. */
export interface Links {
  readonly incoming: ReadonlyMap<number, readonly number[]>;
  readonly outgoing: ReadonlyMap<number, readonly number[]>;
  readonly boundary: ReadonlyMap<number, readonly number[]>;
}

/** A node, ready to be executed. */
export function compileStep(
  flat: FlatNode,
  links: Links,
  decisions: ReadonlyMap<string, Formula>,
  c: Compiling,
): Step {
  const { node, index, scope, inner } = flat;
  const fallback =
    node.default === undefined ? undefined : c.flat.flowById.get(node.default)?.index;
  const trigger = triggerOf(flat, c);
  const attachedTo =
    node.attachedTo === undefined ? undefined : c.flat.byId.get(node.attachedTo)?.index;
  const repeat = compileRepeat(node, c);
  const until = node.until === undefined ? undefined : c.formula(node.id, node.until);
  const boundary = links.boundary.get(index) ?? [];
  const undoer = boundary
    .map((one) => c.flat.nodes[one])
    .find((one) => one?.node.event?.type === 'compensation');
  const handler = undoer && c.flat.byId.get(c.flat.handlers.get(undoer.node.id) ?? '')?.index;
  const script = compileScript(node, c);
  const decide = compileDecision(node, decisions, c);
  return {
    index,
    id: node.id,
    type: node.type,
    name: node.name ?? node.id,
    scope,
    incoming: links.incoming.get(index) ?? [],
    outgoing: links.outgoing.get(index) ?? [],
    interrupting: node.interrupting !== false,
    boundary: boundary.filter((one) => one !== undoer?.index),
    compensates: node.compensates === true,
    chosen: node.chosenBy === 'orchestrator',
    sequential: node.sequential === true,
    ...(fallback !== undefined && { fallback }),
    ...(trigger && { trigger }),
    ...(attachedTo !== undefined && { attachedTo }),
    ...(handler !== undefined && { undoneBy: handler }),
    ...(inner !== undefined && { inner }),
    ...(repeat && { repeat }),
    ...(script && { script }),
    ...(decide && { decide }),
    ...(node.result !== undefined && { result: node.result }),
    ...(until && { until }),
  };
}

function triggerOf(flat: FlatNode, c: Compiling): Trigger | undefined {
  const { node } = flat;
  if (node.event) return compileEvent(flat, node.event, c);
  if (node.type !== 'receiveTask' && (node.type !== 'sendTask' || node.message === undefined))
    return undefined;
  const { message, key } = node;
  return compileEvent(
    flat,
    {
      type: 'message',
      ...(message !== undefined && { message }),
      ...(key !== undefined && { key }),
    },
    c,
  );
}

/** Scripts are FEEL; those of other languages are for workers. */
function compileScript(node: ProcessNode, c: Compiling): Formula | undefined {
  if (node.type !== 'scriptTask' || node.script === undefined) return undefined;
  const isFeel = node.scriptFormat === undefined || /feel/i.test(node.scriptFormat);
  return isFeel ? c.formula(node.id, node.script) : undefined;
}

function compileDecision(
  node: ProcessNode,
  decisions: ReadonlyMap<string, Formula>,
  c: Compiling,
): Formula | undefined {
  if (node.decision === undefined) return undefined;
  const decision = decisions.get(node.decision);
  if (!decision)
    c.report.say(node.id, 'unknown-reference', {
      id: node.id,
      target: `decision ${node.decision}`,
    });
  return decision;
}

function compileRepeat(node: ProcessNode, c: Compiling): Repetition | undefined {
  const { repeat, id } = node;
  if (!repeat) return undefined;
  const formula = (feel: string | undefined) =>
    feel === undefined ? undefined : c.formula(id, feel);
  if (repeat.kind === 'loop') {
    const condition = formula(repeat.while);
    if (repeat.most !== undefined && repeat.most < 0)
      c.report.say(id, 'misplaced', { id, problem: `is done ${repeat.most} times at most` });
    if (repeat.most === undefined && repeat.while === undefined)
      c.report.say(id, 'misplaced', { id, problem: 'is a loop without an end' });
    return {
      kind: 'loop',
      before: repeat.before === true,
      most: repeat.most ?? 0,
      ...(condition && { while: condition }),
    };
  }
  const [count, of, value, until] = [repeat.count, repeat.of, repeat.value, repeat.until].map(
    formula,
  );
  if (repeat.count === undefined && repeat.of === undefined)
    c.report.say(id, 'misplaced', { id, problem: 'does not say how often, or for which list' });
  if (repeat.count !== undefined && /^\s*-/.test(repeat.count))
    c.report.say(id, 'misplaced', { id, problem: `is done ${repeat.count} times` });
  return {
    kind: 'each',
    sequential: repeat.sequential === true,
    ...(count && { count }),
    ...(of && { of }),
    ...(value && { value }),
    ...(until && { until }),
    ...(repeat.item !== undefined && { item: repeat.item }),
    ...(repeat.collect !== undefined && { collect: repeat.collect }),
  };
}
