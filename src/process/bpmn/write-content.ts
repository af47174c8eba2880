import type { Lane } from '../model/process-model.ts';
import type { Association, Flow } from '../model/flow.ts';
import type { ProcessNode } from '../model/node.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { ElementMaker } from './element-maker.ts';
import { writeNode } from './write-node.ts';

interface Content {
  readonly lanes?: readonly Lane[] | undefined;
  readonly nodes?: readonly ProcessNode[] | undefined;
  readonly flows?: readonly Flow[] | undefined;
  readonly associations?: readonly Association[] | undefined;
}

/** What stands in a process or a sub-process, as elements. */
export function writeContent(content: Content, owner: string, xml: ElementMaker): XmlElement[] {
  const { lanes = [], nodes = [], flows = [], associations = [] } = content;
  const ends = { incoming: byNode(flows, 'to'), outgoing: byNode(flows, 'from') };
  return [
    ...(lanes.length > 0 ? [writeLanes('laneSet', `${owner}-lanes`, lanes, xml)] : []),
    ...nodes.map((node) => writeNode(node, ends, xml, writeContent(node, node.id, xml))),
    ...flows.map(({ id, from, to, name, when }) =>
      xml.make('sequenceFlow', { id, name, sourceRef: from, targetRef: to }, [
        xml.expression('conditionExpression', when),
      ]),
    ),
    ...associations.map(({ id, from, to }) =>
      xml.make('association', { id, sourceRef: from, targetRef: to, associationDirection: 'One' }),
    ),
  ];
}

function writeLanes(
  local: string,
  id: string,
  lanes: readonly Lane[],
  xml: ElementMaker,
): XmlElement {
  const children = lanes.map((lane) =>
    xml.make('lane', { id: lane.id, name: lane.name }, [
      ...lane.nodes.map((node) => xml.text('flowNodeRef', node)),
      lane.lanes && writeLanes('childLaneSet', `${lane.id}-lanes`, lane.lanes, xml),
    ]),
  );
  return xml.make(local, { id }, children);
}

function byNode(flows: readonly Flow[], end: 'from' | 'to'): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const flow of flows) {
    const known = found.get(flow[end]);
    if (known) known.push(flow.id);
    else found.set(flow[end], [flow.id]);
  }
  return found;
}
