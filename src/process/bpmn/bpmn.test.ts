import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../../test/support/sweep.ts';
import { readModel } from '../model/read-model.ts';
import type { ProcessModel } from '../model/process-model.ts';
import { canonicalXml } from '../testing/canonical-xml.ts';
import { content, modelOf } from '../testing/play.ts';
import { readBpmn } from './read-bpmn.ts';
import { writeBpmn } from './write-bpmn.ts';
import { busyTime } from '../../../test/support/busy-time.ts';

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** What object models drop: foreign content, references to nothing, languages, defaults, order, comments. */
const nasty = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<?tool keep="me"?>
<model:definitions xmlns:model="${MODEL}" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
    xmlns:b="http://www.omg.org/spec/DD/20100524/DC" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:x="urn:x" xmlns:tns="urn:t" targetNamespace="urn:t" exporter="hand &amp; eye" xml:lang="de">
  <model:itemDefinition id="item" structureRef="xsd:string"/>
  <model:message id="m" name="Order" itemRef="tns:nowhere"/>
  <model:process id="p" isExecutable="1" isClosed="false" x:colour="red">
    <model:documentation textFormat="text/plain">one</model:documentation>
    <model:documentation xml:lang="fr">deux</model:documentation>
    <model:extensionElements><x:deep a="1"><x:er>text <x:b/> mixed &lt; &#x1F600;</x:er></x:deep></model:extensionElements>
    <model:sequenceFlow id="f2" sourceRef="tns:a" targetRef="e"><model:conditionExpression xsi:type="model:tFormalExpression" language="urn:l"><![CDATA[ x < 1 ]]></model:conditionExpression></model:sequenceFlow>
    <model:endEvent id="e"><model:incoming>f2</model:incoming></model:endEvent>
    <!-- between -->
    <model:userTask id="a" name="A&#10;B" completionQuantity="1"><model:outgoing>tns:f2</model:outgoing><model:incoming>f1</model:incoming>
      <model:ioSpecification><model:inputSet/><model:outputSet/></model:ioSpecification></model:userTask>
    <model:sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
    <model:startEvent id="s" isInterrupting="true"><model:messageEventDefinition messageRef="tns:m"/><model:timerEventDefinition/></model:startEvent>
    <model:dataObject id="__proto__"/>
    <model:task/><model:task/>
    <model:laneSet/>
  </model:process>
  <di:BPMNDiagram><di:BPMNPlane bpmnElement="tns:p" id="pl"><di:BPMNShape bpmnElement="a" id="q" isHorizontal="true"><b:Bounds x="1.50" y="2" height="10" width="20"/></di:BPMNShape></di:BPMNPlane></di:BPMNDiagram>
  <model:relationship type="t"><model:source>x:y</model:source><model:target>x:z</model:target></model:relationship>
</model:definitions><!-- after -->`;

const read = (xml: string): ProcessModel => {
  const { value, diagnostics } = readBpmn(xml, 'x.bpmn');
  assert.ok(value, diagnostics[0]?.message);
  return value.model;
};
const write = (model: ProcessModel): string => {
  const { value, diagnostics } = writeBpmn(model);
  assert.ok(value !== undefined, diagnostics[0]?.message);
  return value;
};

describe('BPMN', () => {
  test('reading and writing gives the same document, by way of JSON', () => {
    const json: unknown = JSON.parse(JSON.stringify(read(nasty)));
    const model = readModel(json);
    assert.ok(model.value, model.diagnostics[0]?.message);
    assert.equal(canonicalXml(write(model.value)), canonicalXml(nasty));
  });

  test('what is changed in the model is changed in the document, and only that', () => {
    const model = read(nasty);
    const [process] = model.processes;
    const task = process?.nodes.find(({ id }) => id === 'a');
    assert.ok(process && task);
    task.name = 'changed';
    process.nodes.push({ id: 'new', type: 'userTask' });
    process.flows.push({ id: 'f3', from: 'a', to: 'new' });
    const written = write(model);
    const expected = nasty
      .replace('A&#10;B', 'changed')
      .replace('<model:incoming>f1', '<model:outgoing>f3</model:outgoing><model:incoming>f1')
      .replace('<model:laneSet/>', '<model:laneSet/>NEW');
    const again = read(written);
    assert.equal(again.processes[0]?.nodes.find(({ id }) => id === 'new')?.type, 'userTask');
    assert.ok(written.includes('name="changed"'));
    assert.ok(written.includes('<model:outgoing>f3</model:outgoing>'));
    for (const kept of ['<!-- between -->', 'xml:lang="fr"', 'mixed &lt;', 'itemRef="tns:nowhere"'])
      assert.ok(written.includes(kept), kept);
    assert.ok(expected.length > nasty.length);
  });

  test('what is taken out of the model is gone from the document', () => {
    const model = read(nasty);
    for (const process of model.processes) {
      process.nodes = process.nodes.filter(({ id }) => id !== 'a');
      process.flows = [];
    }
    assert.doesNotMatch(write(model), /userTask|sequenceFlow/);
  });

  test('a model without a document becomes one, and reads as the same', () => {
    const model = modelOf(
      {
        guards: [{ id: 'g', kind: 'at-most', node: 'a', times: 2, otherwise: 'b' }],
        ...content(
          {
            s: { type: 'startEvent', event: { type: 'message', message: 'm', key: 'order.id' } },
            a: { type: 'businessRuleTask', decision: 'Fee', result: 'fee' },
            b: {
              type: 'userTask',
              repeat: { kind: 'each', of: 'list', item: 'i', sequential: true },
            },
            c: {
              type: 'subProcess',
              ...content({ t: { type: 'scriptTask', script: 'a < 1 & "x"' } }),
            },
            t: {
              type: 'boundaryEvent',
              attachedTo: 'c',
              interrupting: false,
              event: { type: 'timer', after: 'PT1H' },
            },
            x: { type: 'exclusiveGateway', default: 'x-e', chosenBy: 'orchestrator' },
            h: { type: 'adHocSubProcess', until: 'done', sequential: true, nodes: [], flows: [] },
            e: { type: 'endEvent', event: { type: 'terminate' } },
          },
          ['s -> a -> b -> c -> x -> e', 'x -> h: a > "ü"'],
        ),
      },
      {
        messages: [{ id: 'm', name: 'M' }],
        errors: [{ id: 'er', code: 'E' }],
        diagram: {
          shapes: { a: [1, 2, 3, 4.5] },
          edges: {
            's-a': [
              [0, 0],
              [1, 1],
            ],
          },
        },
      },
    );
    const { bpmn, ...again } = read(write(model));
    assert.ok(bpmn);
    assert.deepEqual(again, model);
  });

  test('what is no BPMN is refused at its place', () => {
    const at = (xml: string) => {
      const { value, diagnostics } = readBpmn(xml, 'x.bpmn');
      assert.equal(value, undefined);
      assert.equal(diagnostics[0]?.code, 'process/not-bpmn');
      return [diagnostics[0].source?.line, diagnostics[0].source?.column];
    };
    const root = `<definitions xmlns="${MODEL}"`;
    assert.deepEqual(at(''), [1, 1]);
    assert.deepEqual(at('<a>\n <b>\n</a>'), [3, 1]);
    assert.deepEqual(at('<a/>'), [1, 1]);
    assert.deepEqual(at(`${root}>\n<x:y/></definitions>`), [2, 1]);
    assert.deepEqual(at(`${root} id="1" id="2"/>`), [1, root.length + 8]);
    assert.deepEqual(at(`${root}>\n &nbsp;</definitions>`), [1, root.length + 2]);
    assert.deepEqual(at(`<!DOCTYPE d [<!ENTITY a "b">]>${root}/>`), [1, 1]);
    assert.deepEqual(at(`${root} xmlns:microforge="urn:other"/>`), [1, 1]);
    assert.deepEqual(at(`${root}>${'<a>'.repeat(300)}`), [1, root.length + 2 + 199 * 3]);
  });

  test('hostile documents take little time', () => {
    const started = busyTime();
    const size = sweep(20_000, 1_000_000);
    const bombs = [
      `<a ${'b="c" '.repeat(size / 10)}`,
      '<'.repeat(size),
      `<a>${'&amp;'.repeat(size / 2)}`,
      `<a>${'&lt'.repeat(size / 2)}`,
      `<a>${'<b/>'.repeat(size * 0.6)}</a>`,
      `<a ${' '.repeat(size)}`,
      'x'.repeat(10_000_001),
      `<a ${Array.from({ length: size / 20 }, (_, at) => `xmlns:n${at}="u"`).join(' ')}>`,
    ];
    for (const xml of bombs) assert.equal(readBpmn(xml, 'x').value, undefined);
    assert.ok(busyTime() - started < 8000, `${busyTime() - started} ms`);
  });

  test('a side-car that is no XML is said', () => {
    const model: ProcessModel = {
      ...modelOf({}),
      bpmn: { prefixes: {}, root: { order: [{ xml: '<a>' }] } },
    };
    assert.equal(writeBpmn(model).diagnostics[0]?.code, 'process/malformed-side-car');
  });
});
