import type { Lane, Process, ProcessModel } from '../model/process-model.ts';
import { elementsIn, textIn } from '../xml/tree.ts';
import type { XmlElement } from '../xml/tree.ts';
import { attribute, childrenOf, childText, flag, is, localPart, reference } from './namespaces.ts';
import { optional } from './optional.ts';
import { readContent, readEnds } from './read-content.ts';
import { readDiagram } from './read-diagram.ts';
import { readGuards } from './guards.ts';
import type { Reading } from './reading.ts';

/** The model of a document: what it does not hold is the side-car's. */
export function readDefinitions(definitions: XmlElement, reading: Reading): ProcessModel {
  const collaboration = childrenOf(definitions, 'collaboration')[0];
  const coded = (local: string, code: string) => {
    const found = childrenOf(definitions, local).map((element) => ({
      id: reading.idOf(element),
      ...optional({ name: attribute(element, 'name'), code: attribute(element, code) }),
    }));
    return found.length > 0 ? found : undefined;
  };
  const named = (local: string) => {
    const found = childrenOf(definitions, local).map((element) => ({
      id: reading.idOf(element),
      ...optional({ name: attribute(element, 'name') }),
    }));
    return found.length > 0 ? found : undefined;
  };
  const diagram = childrenOf(definitions, 'BPMNDiagram', 'bpmndi')[0];
  return {
    formatVersion: 1,
    ...optional({
      id: attribute(definitions, 'id'),
      name: attribute(definitions, 'name'),
      namespace: attribute(definitions, 'targetNamespace'),
    }),
    processes: childrenOf(definitions, 'process').map((element) => readProcess(element, reading)),
    ...optional({
      collaboration: collaboration && readCollaboration(collaboration, reading),
      messages: named('message'),
      signals: named('signal'),
      errors: coded('error', 'errorCode'),
      escalations: coded('escalation', 'escalationCode'),
      diagram: diagram && readDiagram(diagram),
    }),
  };
}

function readProcess(element: XmlElement, reading: Reading): Process {
  const lanes = childrenOf(element, 'laneSet').flatMap((set) => readLanes(set, reading));
  return {
    id: reading.idOf(element),
    ...optional({
      name: attribute(element, 'name'),
      documentation: childText(element, 'documentation'),
      executable: flag(element, 'isExecutable'),
      guards: readGuards(element),
      lanes: lanes.length > 0 ? lanes : undefined,
    }),
    ...readContent(element, reading),
  };
}

function readLanes(set: XmlElement, reading: Reading): Lane[] {
  return childrenOf(set, 'lane').map((lane) => {
    const inner = childrenOf(lane, 'childLaneSet').flatMap((one) => readLanes(one, reading));
    return {
      id: reading.idOf(lane),
      ...optional({ name: attribute(lane, 'name') }),
      nodes: childrenOf(lane, 'flowNodeRef').map((ref) => localPart(textIn(ref))),
      ...(inner.length > 0 && { lanes: inner }),
    };
  });
}

function readCollaboration(
  element: XmlElement,
  reading: Reading,
): NonNullable<ProcessModel['collaboration']> {
  return {
    id: reading.idOf(element),
    pools: childrenOf(element, 'participant').map((pool) => ({
      id: reading.idOf(pool),
      ...optional({ name: attribute(pool, 'name'), process: reference(pool, 'processRef') }),
    })),
    messageFlows: elementsIn(element).flatMap((flow) => {
      const ends = is(flow, 'messageFlow') ? readEnds(flow) : undefined;
      if (!ends) return [];
      const id = reading.idOf(flow);
      return [{ id, ...ends, ...optional({ name: attribute(flow, 'name') }) }];
    }),
  };
}
