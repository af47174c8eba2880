import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formulaMaker } from '../engine/formulas.ts';
import type { ProcessModel } from '../model/process-model.ts';
import { readBpmn } from '../bpmn/read-bpmn.ts';
import { writeBpmn } from '../bpmn/write-bpmn.ts';
import { readModel } from '../model/read-model.ts';
import { content, modelOf } from '../testing/play.ts';
import { deployProcess } from './deploy-process.ts';

const codes = async (model: ProcessModel) => {
  const { value, diagnostics } = deployProcess(model, await formulaMaker());
  assert.equal(value === undefined, diagnostics.length > 0);
  return [...new Set(diagnostics.map(({ code }) => code))];
};
type Nodes = Parameters<typeof content>[0];
const codesOf = (nodes: Nodes, flows: readonly string[] = []) =>
  codes(modelOf(content(nodes, flows)));

describe('the check before a process runs', () => {
  test('what is not executed is refused', async () => {
    assert.deepEqual(await codesOf({ a: 'complexGateway' }), ['process/not-executed']);
    const event = { type: 'timer', every: 'R3/PT1S' } as const;
    assert.deepEqual(await codesOf({ a: { type: 'intermediateCatchEvent', event } }), [
      'process/not-executed',
    ]);
    assert.deepEqual(
      await codesOf({ s: 'task', a: { type: 'endEvent', event: { type: 'multiple' } } }),
      ['process/not-executed'],
    );
  });

  test('references have to lead somewhere', async () => {
    for (const nodes of [
      { a: { type: 'callActivity', calls: 'nothing' } },
      { a: 'callActivity' },
      { a: { type: 'userTask', default: 'f' } },
      { a: { type: 'businessRuleTask', decision: 'd' } },
      { a: { type: 'intermediateThrowEvent', event: { type: 'link', link: 'x' } } },
      { a: { type: 'endEvent', event: { type: 'error', error: 'e' } }, b: 'task' },
      { a: { type: 'sendTask', message: 'm' } },
    ] satisfies Nodes[])
      assert.deepEqual(await codesOf(nodes), ['process/unknown-reference'], JSON.stringify(nodes));
    assert.deepEqual(await codesOf({ a: 'task' }, ['a -> b']), ['process/unknown-reference']);
  });

  test('ids are unique', async () => {
    const { nodes } = content({ a: 'task' });
    assert.deepEqual(await codes(modelOf({ nodes: [...nodes, ...nodes] })), [
      'process/duplicate-id',
    ]);
  });

  test('what BPMN gives no meaning is refused', async () => {
    const sub = content({ s: { type: 'startEvent', event: { type: 'message' } } });
    const cases: readonly (readonly [Nodes, readonly string[]])[] = [
      [{ a: 'startEvent', b: 'task' }, ['b -> a']],
      [{ a: 'startEvent', b: 'endEvent', c: 'task' }, ['a -> b -> c']],
      [{ a: 'task', b: { type: 'boundaryEvent', event: { type: 'timer', after: 'PT1H' } } }, []],
      [{ a: 'task', b: { type: 'boundaryEvent', attachedTo: 'a' } }, []],
      [
        {
          a: 'task',
          b: { type: 'boundaryEvent', attachedTo: 'a', event: { type: 'compensation' } },
        },
        [],
      ],
      [{ a: 'task', b: { type: 'boundaryEvent', attachedTo: 'a', event: { type: 'cancel' } } }, []],
      [{ a: 'startEvent', b: { type: 'subProcess', ...sub } }, ['a -> b']],
      [{ a: { type: 'subProcess', ...content({}) } }, []],
      [{ a: 'startEvent', b: { type: 'subProcess', eventTriggered: true, ...sub } }, ['a -> b']],
      [
        {
          a: 'startEvent',
          b: { type: 'subProcess', eventTriggered: true, ...content({ s: 'startEvent' }) },
        },
        [],
      ],
      [{ a: 'eventBasedGateway', b: 'task' }, ['a -> b']],
      [{ a: 'eventBasedGateway' }, []],
      [{ a: { type: 'endEvent', event: { type: 'timer', after: 'PT1H' } } }, []],
      [{ a: { type: 'intermediateCatchEvent', event: { type: 'timer' } } }, []],
      [{ a: { type: 'intermediateCatchEvent', event: { type: 'conditional' } } }, []],
      [{ a: { type: 'userTask', repeat: { kind: 'each' } } }, []],
      [{ a: { type: 'userTask', repeat: { kind: 'each', count: '-1' } } }, []],
      [{ a: { type: 'userTask', repeat: { kind: 'loop', most: -1 } } }, []],
      [{ a: { type: 'userTask', repeat: { kind: 'loop' } } }, []],
      [{ a: 'task', b: 'task' }, ['a -> b', 'b -> a']],
      [{ a: 'startEvent', b: { type: 'task', compensates: true } }, ['a -> b']],
      [
        {
          a: 'startEvent',
          b: { type: 'receiveTask', instantiate: true },
        },
        ['a -> b'],
      ],
      [
        {
          a: { type: 'eventBasedGateway', instantiate: true },
          b: { type: 'intermediateCatchEvent', event: { type: 'timer', after: 'PT1H' } },
          s: 'startEvent',
        },
        ['a -> b'],
      ],
    ];
    for (const [nodes, flows] of cases)
      assert.deepEqual(await codesOf(nodes, flows), ['process/misplaced'], JSON.stringify(nodes));
  });

  test('expressions are FEEL', async () => {
    assert.deepEqual(await codesOf({ a: { type: 'scriptTask', script: '1 +' } }), [
      'process/bad-expression',
    ]);
    const never = { type: 'timer', every: 'R/PT0S' } as const;
    const boundary = { type: 'boundaryEvent', attachedTo: 't', event: never } as const;
    assert.deepEqual(await codesOf({ s: 'startEvent', t: 'userTask', a: boundary }, ['s -> t']), [
      'process/bad-expression',
    ]);
    const start = (after: string) =>
      codesOf({ a: { type: 'startEvent', event: { type: 'timer', after } }, b: 'task' }, [
        'a -> b',
      ]);
    assert.deepEqual(await start('delay'), ['process/bad-expression']);
    assert.deepEqual(await start('duration("P1M") * 2'), []);
    assert.deepEqual(
      await codesOf({ a: { type: 'scriptTask', script: 'x', scriptFormat: 'groovy' } }),
      [],
    );
  });

  test('a choice has conditions', async () => {
    const nodes: Nodes = { a: 'exclusiveGateway', b: 'task', c: 'task' };
    assert.deepEqual(await codesOf(nodes, ['a -> b', 'a -> c: x']), ['process/no-condition']);
    assert.deepEqual(
      await codesOf({ ...nodes, a: { type: 'exclusiveGateway', default: 'a-b' } }, [
        'a -> b',
        'a -> c: x',
      ]),
      [],
    );
  });

  test('a document without a process is refused, and so is one that is not there', async () => {
    assert.deepEqual(await codes(modelOf({})), ['process/no-process']);
    const { diagnostics } = deployProcess(modelOf(content({ a: 'task' })), await formulaMaker(), {
      process: 'other',
    });
    assert.equal(diagnostics[0]?.code, 'process/no-process');
  });

  test('guards speak of what is there', async () => {
    const nodes = content({ a: 'userTask', b: 'userTask', g: 'parallelGateway' }, ['a -> b -> g']);
    const guard = { id: 'x', kind: 'before' } as const;
    for (const guards of [
      [{ ...guard, first: 'a', second: 'nothing' }],
      [{ ...guard, first: 'a', second: 'a' }],
      [{ ...guard, first: 'a', second: 'g' }],
      [{ ...guard, first: 'a', second: 'b', otherwise: 'nothing' }],
    ])
      assert.deepEqual(await codes(modelOf({ ...nodes, guards })), ['process/bad-guard']);
  });

  test('a guard that cannot be read is refused, and stays in its document', async () => {
    const guards = [{ id: 'x', kind: 'before', first: 'a', second: 'b' } as const];
    const model = modelOf({ guards, ...content({ a: 'userTask', b: 'userTask' }, ['a -> b']) });
    const xml = (writeBpmn(model).value ?? '').replace('kind="before"', 'kind="befor"');
    const read = readBpmn(xml, 'x.bpmn').value;
    assert.ok(read);
    assert.deepEqual(await codes(read.model), ['process/bad-guard']);
    assert.equal(writeBpmn(read.model).value, xml);
  });

  test('a diagnostic stands at its place in the document', async () => {
    const xml =
      writeBpmn(modelOf(content({ a: 'task', b: 'complexGateway' }, ['a -> b']))).value ?? '';
    const read = readBpmn(xml, 'x.bpmn').value;
    assert.ok(read);
    const { diagnostics } = deployProcess(read.model, await formulaMaker(), {
      places: read.places,
    });
    const { line = 0 } = diagnostics[0]?.source ?? {};
    assert.match(xml.split('\n')[line - 1] ?? '', /complexGateway/);
  });

  test('JSON of any shape is refused with its path', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`);
    for (const json of [null, 1, [], {}, deep, { formatVersion: 1, processes: [{ id: 'a' }] }]) {
      const { value, diagnostics } = readModel(json);
      assert.equal(value, undefined);
      assert.equal(diagnostics[0]?.code, 'process/malformed');
    }
  });
});
