import type { Guard } from '../model/guard.ts';
import type { Diagram, ProcessModel } from '../model/process-model.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { ElementMaker } from './element-maker.ts';
import { uris } from './namespaces.ts';
import { writeContent } from './write-content.ts';

/** The model as the root of a document; what the side-car adds is not in it. */
export function writeDefinitions(model: ProcessModel, xml: ElementMaker): XmlElement {
  const { collaboration, diagram } = model;
  const children = [
    ...named('message', model.messages, xml),
    ...named('signal', model.signals, xml),
    ...named('error', model.errors, xml, 'errorCode'),
    ...named('escalation', model.escalations, xml, 'escalationCode'),
    collaboration && writeCollaboration(collaboration, xml),
    ...model.processes.map((process) =>
      xml.make(
        'process',
        { id: process.id, name: process.name, isExecutable: process.executable },
        [
          xml.text('documentation', process.documentation),
          process.guards &&
            xml.make(
              'extensionElements',
              {},
              process.guards.map((guard) => writeGuard(guard, xml)),
            ),
          ...writeContent(process, process.id, xml),
        ],
      ),
    ),
    diagram && writeDiagram(diagram, xml),
  ];
  const { id, name, namespace } = model;
  const root = xml.make('definitions', { id, name, targetNamespace: namespace }, children);
  const declarations = [...xml.used].map((vocabulary): [string, string] => {
    const prefix = xml.prefix(vocabulary);
    return [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uris[vocabulary]];
  });
  return { ...root, attributes: new Map([...declarations.sort(byName), ...root.attributes]) };
}

const byName = ([one]: [string, string], [other]: [string, string]) => (one < other ? -1 : 1);

function named(
  local: string,
  list: readonly { id: string; name?: string; code?: string }[] | undefined,
  xml: ElementMaker,
  code = '',
): XmlElement[] {
  return (list ?? []).map((one) =>
    xml.make(local, { id: one.id, name: one.name, ...(code !== '' && { [code]: one.code }) }),
  );
}

function writeGuard(guard: Guard, xml: ElementMaker): XmlElement {
  return xml.make('guard', { ...guard }, [], 'microforge');
}

function writeCollaboration(
  { id, pools, messageFlows }: NonNullable<ProcessModel['collaboration']>,
  xml: ElementMaker,
): XmlElement {
  return xml.make('collaboration', { id }, [
    ...pools.map((pool) =>
      xml.make('participant', { id: pool.id, name: pool.name, processRef: pool.process }),
    ),
    ...messageFlows.map((flow) =>
      xml.make('messageFlow', {
        id: flow.id,
        name: flow.name,
        sourceRef: flow.from,
        targetRef: flow.to,
      }),
    ),
  ]);
}

function writeDiagram({ id, of, shapes, edges }: Diagram, xml: ElementMaker): XmlElement {
  const make = (
    local: string,
    attributes: Parameters<ElementMaker['make']>[1],
    children: XmlElement[],
  ) => xml.make(local, attributes, children, 'bpmndi');
  const plane = make('BPMNPlane', { id: `${id ?? 'diagram'}-plane`, bpmnElement: of }, [
    ...Object.entries(shapes).map(([element, [x, y, width, height]]) =>
      make('BPMNShape', { id: `${element}_di`, bpmnElement: element }, [
        xml.make('Bounds', { x, y, width, height }, [], 'dc'),
      ]),
    ),
    ...Object.entries(edges).map(([element, points]) =>
      make(
        'BPMNEdge',
        { id: `${element}_di`, bpmnElement: element },
        points.map(([x, y]) => xml.make('waypoint', { x, y }, [], 'di')),
      ),
    ),
  ]);
  return make('BPMNDiagram', { id }, [plane]);
}
