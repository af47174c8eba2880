import type { ProcessNode } from '../model/node.ts';
import type { Repeat } from '../model/repeat.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';
import type { ElementMaker } from './element-maker.ts';
import { ownNames } from './own-attributes.ts';
import { writeEvent } from './write-event.ts';

/** The flows that go into a node and out of it, in the order of the model. */
export interface Ends {
  readonly incoming: ReadonlyMap<string, readonly string[]>;
  readonly outgoing: ReadonlyMap<string, readonly string[]>;
}

/** A node as an element; `content` is what stands in a sub-process. */
export function writeNode(
  node: ProcessNode,
  ends: Ends,
  xml: ElementMaker,
  content: readonly XmlNode[],
): XmlElement {
  const { id, type, event, interrupting } = node;
  const boundary = type === 'boundaryEvent';
  const own = ownNames.flatMap((name): [string, string][] => {
    const value = name in node ? node[name as keyof ProcessNode] : undefined;
    const isElement = name === 'until' || (name === 'key' && event);
    if (name === 'blueprint' && node.blueprint) return [[xml.own(name), node.blueprint.join(' ')]];
    return typeof value === 'string' && !isElement ? [[xml.own(name), value]] : [];
  });
  const attributes = {
    id,
    name: node.name,
    default: node.default,
    attachedToRef: node.attachedTo,
    ...(interrupting === false && { [boundary ? 'cancelActivity' : 'isInterrupting']: false }),
    triggeredByEvent: node.eventTriggered,
    isForCompensation: node.compensates,
    instantiate: node.instantiate,
    messageRef: node.message,
    calledElement: node.calls,
    scriptFormat: node.scriptFormat,
    ordering: node.sequential && 'Sequential',
    ...Object.fromEntries(own),
  };
  const refs = (local: string, flows: readonly string[] = []) =>
    flows.map((flow) => xml.text(local, flow));
  return xml.make(type, attributes, [
    xml.text('documentation', node.documentation),
    ...refs('incoming', ends.incoming.get(id)),
    ...refs('outgoing', ends.outgoing.get(id)),
    node.repeat && writeRepeat(node.repeat, xml),
    event && writeEvent(event, xml),
    xml.text('script', node.script),
    ...content,
    xml.expression('completionCondition', node.until),
  ]);
}

function writeRepeat(repeat: Repeat, xml: ElementMaker): XmlElement {
  if (repeat.kind === 'loop') {
    const { before, most } = repeat;
    return xml.make('standardLoopCharacteristics', { testBefore: before, loopMaximum: most }, [
      xml.expression('loopCondition', repeat.while),
    ]);
  }
  const own = (['of', 'item', 'collect', 'value'] as const).flatMap((name) =>
    repeat[name] === undefined ? [] : [[xml.own(name), repeat[name]]],
  );
  const attributes = { isSequential: repeat.sequential, ...Object.fromEntries(own) };
  return xml.make('multiInstanceLoopCharacteristics', attributes, [
    xml.expression('loopCardinality', repeat.count),
    xml.expression('completionCondition', repeat.until),
  ]);
}
