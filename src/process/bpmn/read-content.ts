import type { Association, Flow } from '../model/flow.ts';
import type { ProcessNode } from '../model/node.ts';
import { elementsIn } from '../xml/tree.ts';
import type { XmlElement } from '../xml/tree.ts';
import { attribute, childText, is, reference } from './namespaces.ts';
import { optional } from './optional.ts';
import { isSubProcess, nodeType, readNode } from './read-node.ts';
import type { Reading } from './reading.ts';

/** What stands in a process or a sub-process. */
export interface Content {
  nodes: ProcessNode[];
  flows: Flow[];
  associations?: Association[];
}

export function readContent(parent: XmlElement, reading: Reading): Content {
  const content: Required<Content> = { nodes: [], flows: [], associations: [] };
  for (const element of elementsIn(parent)) {
    const type = nodeType(element);
    if (type) {
      const inside = isSubProcess(type) ? readContent(element, reading) : {};
      content.nodes.push(readNode(element, type, reading, inside));
    } else if (is(element, 'sequenceFlow')) content.flows.push(readFlow(element, reading));
    else if (is(element, 'association')) {
      const ends = readEnds(element);
      if (ends) content.associations.push({ id: reading.idOf(element), ...ends });
    }
  }
  const { associations, ...rest } = content;
  return associations.length > 0 ? content : rest;
}

function readFlow(element: XmlElement, reading: Reading): Flow {
  const { from = '', to = '' } = readEnds(element) ?? {};
  return {
    id: reading.idOf(element),
    from: from || MISSING,
    to: to || MISSING,
    ...optional({
      name: attribute(element, 'name'),
      when: childText(element, 'conditionExpression'),
    }),
  };
}

/** Stands for a reference that is not there: the deploy check says so. */
const MISSING = '?';

export function readEnds(element: XmlElement): { from: string; to: string } | undefined {
  const from = reference(element, 'sourceRef');
  const to = reference(element, 'targetRef');
  return from === undefined || to === undefined
    ? from === undefined && to === undefined
      ? undefined
      : { from: from ?? MISSING, to: to ?? MISSING }
    : { from, to };
}
