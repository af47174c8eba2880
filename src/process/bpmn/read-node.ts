import { nodeTypes } from '../model/node.ts';
import type { NodeType, ProcessNode } from '../model/node.ts';
import type { Repeat } from '../model/repeat.ts';
import type { XmlElement } from '../xml/tree.ts';
import { attribute, childrenOf, childText, flag, reference, uris } from './namespaces.ts';
import { optional } from './optional.ts';
import { ours } from './own-attributes.ts';
import type { Reading } from './reading.ts';
import { readEvent } from './read-event.ts';

/** The type of a node, if the element is one. */
export function nodeType({ name }: XmlElement): NodeType | undefined {
  return name.uri === uris.bpmn ? types.get(name.local) : undefined;
}

const types = new Map<string, NodeType>(nodeTypes.map((type) => [type, type]));

/** A node; `inside` is what stands in a sub-process. */
export function readNode(
  element: XmlElement,
  type: NodeType,
  reading: Reading,
  inside: Pick<ProcessNode, 'nodes' | 'flows' | 'associations'>,
): ProcessNode {
  const isActivity = /Task$|^task$|Activity$|[sS]ubProcess$|transaction/.test(type);
  const isEvent = type.endsWith('Event');
  return {
    id: reading.idOf(element),
    type,
    ...optional({
      name: attribute(element, 'name'),
      documentation: childText(element, 'documentation'),
      default: reference(element, 'default'),
      notExecuted: notExecuted(element),
      event: isEvent ? readEvent(element, reading.roots) : undefined,
      attachedTo: type === 'boundaryEvent' ? reference(element, 'attachedToRef') : undefined,
      interrupting:
        flag(element, type === 'boundaryEvent' ? 'cancelActivity' : 'isInterrupting') === false &&
        (type === 'boundaryEvent' || type === 'startEvent')
          ? (false as const)
          : undefined,
      eventTriggered: isSubProcess(type) ? truth(flag(element, 'triggeredByEvent')) : undefined,
      repeat: isActivity ? readRepeat(element) : undefined,
      compensates: isActivity ? truth(flag(element, 'isForCompensation')) : undefined,
      result: isActivity ? ours(element, 'result') : undefined,
      blueprint: ours(element, 'blueprint')?.split(' ').slice(0, 100),
    }),
    ...readSpecial(element, type),
    ...inside,
  };
}

export function isSubProcess(type: NodeType): boolean {
  return type === 'subProcess' || type === 'transaction' || type === 'adHocSubProcess';
}

function readSpecial(element: XmlElement, type: NodeType): Partial<ProcessNode> {
  switch (type) {
    case 'receiveTask':
    case 'sendTask':
      return optional({
        message: reference(element, 'messageRef'),
        key: ours(element, 'key'),
        instantiate: truth(flag(element, 'instantiate')),
      });
    case 'eventBasedGateway':
      return optional({ instantiate: truth(flag(element, 'instantiate')) });
    case 'callActivity':
      return optional({ calls: reference(element, 'calledElement') });
    case 'scriptTask':
      return optional({
        script: childText(element, 'script'),
        scriptFormat: attribute(element, 'scriptFormat'),
      });
    case 'businessRuleTask':
      return optional({ decision: ours(element, 'decision') });
    case 'exclusiveGateway':
      return ours(element, 'chosenBy') === 'orchestrator' ? { chosenBy: 'orchestrator' } : {};
    case 'adHocSubProcess':
      return optional({
        until: childText(element, 'completionCondition'),
        sequential: truth(attribute(element, 'ordering') === 'Sequential'),
      });
    default:
      return {};
  }
}

/** What changes what happens, and the model has no word for. */
function notExecuted(element: XmlElement): string[] | undefined {
  const found: string[] = [];
  for (const name of ['startQuantity', 'completionQuantity']) {
    const quantity = attribute(element, name)?.trim() ?? '1';
    if (quantity !== '1') found.push(`an activity with ${name} ${quantity}`);
  }
  if (flag(element, 'parallelMultiple') === true)
    found.push('an event that waits for several at once');
  const [each] = childrenOf(element, 'multiInstanceLoopCharacteristics');
  const behavior = (each && attribute(each, 'behavior')) ?? 'All';
  if (behavior !== 'All') found.push(`an activity that throws events for iterations (${behavior})`);
  return found.length > 0 ? found : undefined;
}

function readRepeat(element: XmlElement): Repeat | undefined {
  const [loop] = childrenOf(element, 'standardLoopCharacteristics');
  if (loop) {
    const most = attribute(loop, 'loopMaximum');
    return {
      kind: 'loop',
      ...optional({
        while: childText(loop, 'loopCondition'),
        before: truth(flag(loop, 'testBefore')),
        most: most !== undefined && /^-?\d{1,6}$/.test(most) ? Number(most) : undefined,
      }),
    };
  }
  const [each] = childrenOf(element, 'multiInstanceLoopCharacteristics');
  if (!each) return undefined;
  return {
    kind: 'each',
    ...optional({
      sequential: truth(flag(each, 'isSequential')),
      count: childText(each, 'loopCardinality'),
      of: ours(each, 'of'),
      item: ours(each, 'item'),
      collect: ours(each, 'collect'),
      value: ours(each, 'value'),
      until: childText(each, 'completionCondition'),
    }),
  };
}

function truth(value: boolean | undefined): true | undefined {
  return value === true ? true : undefined;
}
