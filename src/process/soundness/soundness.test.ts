import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../../test/support/sweep.ts';
import type { ProcessModel } from '../model/process-model.ts';
import { content, modelOf } from '../testing/play.ts';
import { randomBlocks, randomOf } from '../testing/random-process.ts';
import { checkSoundness } from './check-soundness.ts';
import { explore } from './explore.ts';
import { graphOf } from './graph.ts';
import { busyTime } from '../../../test/support/busy-time.ts';

type Nodes = Parameters<typeof content>[0];
const check = (model: ProcessModel) => {
  const { verdict, diagnostics } = checkSoundness(model);
  return [verdict, ...new Set(diagnostics.map(({ code }) => code))];
};
const of = (nodes: Nodes, flows: readonly string[]) => check(modelOf(content(nodes, flows)));
const ends: Nodes = { s: 'startEvent', e: 'endEvent' };
const split: Nodes = {
  ...ends,
  x: 'exclusiveGateway',
  p: 'parallelGateway',
  o: 'inclusiveGateway',
  a: 'task',
  b: 'task',
};

describe('soundness', () => {
  test('what is split is joined by its like', () => {
    for (const gate of ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway'] as const)
      assert.deepEqual(
        of({ ...ends, x: gate, y: gate, a: 'task', b: 'task' }, [
          's -> x -> a -> y -> e',
          'x -> b -> y',
        ]),
        ['sound'],
        gate,
      );
    const joinedByInclusive = { ...split, y: 'inclusiveGateway' as const };
    for (const from of ['x', 'p'])
      assert.deepEqual(
        of(joinedByInclusive, [`s -> ${from} -> a -> y -> e`, `${from} -> b -> y`])[0],
        'unsound',
      );
  });

  test('a choice before a join of all is a deadlock, with the way to it', () => {
    const model = modelOf(
      content({ ...split, y: 'parallelGateway' }, ['s -> x -> a -> y -> e', 'x -> b -> y']),
    );
    model.processes[0]!.nodes = model.processes[0]!.nodes.filter(
      ({ id }) => id !== 'p' && id !== 'o',
    );
    const { verdict, diagnostics } = checkSoundness(model);
    assert.equal(verdict, 'unsound');
    assert.equal(diagnostics[0]?.code, 'process/deadlock');
    assert.match(diagnostics[0].message, /stuck at "y", after s → x → (a|b)/);
  });

  test('a split of all before a choice comes twice', () => {
    const nodes = {
      ...ends,
      p: 'parallelGateway',
      y: 'exclusiveGateway',
      a: 'task',
      b: 'task',
      c: 'task',
    } as const;
    assert.deepEqual(of(nodes, ['s -> p -> a -> y -> c -> e', 'p -> b -> y']), [
      'unsound',
      'process/unsynchronised',
    ]);
    assert.deepEqual(of(nodes, ['s -> p -> a -> e', 'p -> b -> c', 'y -> e']), [
      'unsound',
      'process/never-done',
    ]);
  });

  test('a loop needs a way out', () => {
    const nodes = {
      ...ends,
      x: 'exclusiveGateway',
      y: 'exclusiveGateway',
      a: 'task',
      b: 'task',
    } as const;
    assert.deepEqual(of(nodes, ['s -> x -> a -> y -> b -> x', 'y -> e']), ['sound']);
    assert.deepEqual(
      of({ ...ends, x: 'exclusiveGateway', a: 'task', b: 'task' }, ['s -> x -> a -> b -> x']).slice(
        0,
        2,
      ),
      ['unsound', 'process/no-end'],
    );
  });

  test('boundary events are ways out; those beside need not be joined', () => {
    const timer = {
      type: 'boundaryEvent',
      attachedTo: 'a',
      event: { type: 'timer', after: 'PT1H' },
    } as const;
    const flows = ['s -> a -> e', 't -> b -> e2'];
    const nodes: Nodes = { ...ends, a: 'task', b: 'task', e2: 'endEvent', t: timer };
    assert.deepEqual(of(nodes, flows), ['sound']);
    assert.deepEqual(of({ ...nodes, t: { ...timer, interrupting: false } }, flows), ['sound']);
    const joined = ['s -> a -> j -> e', 't -> b -> j'];
    const gate = { j: 'parallelGateway' } as const;
    assert.deepEqual(
      of({ ...ends, a: 'task', b: 'task', t: timer, ...gate }, joined)[1],
      'process/deadlock',
    );
  });

  test('terminate ends what waits elsewhere', () => {
    const nodes: Nodes = {
      ...ends,
      p: 'parallelGateway',
      a: 'task',
      b: 'task',
      stop: { type: 'endEvent', event: { type: 'terminate' } },
    };
    assert.deepEqual(of(nodes, ['s -> p -> a -> e', 'p -> b -> stop']), ['sound']);
  });

  test('a bound that is hit is said', () => {
    const ways = Array.from({ length: 10 }, (_, at) => `e${at}`);
    const nodes = Object.fromEntries(ways.map((id): [string, Nodes[string]] => [id, 'endEvent']));
    const flows = ['s -> x', ...ways.map((id) => `x -> ${id}`)];
    const model = modelOf(content({ s: 'startEvent', x: 'exclusiveGateway', ...nodes }, flows));
    const { verdict, diagnostics } = checkSoundness(model, { bound: 5 });
    assert.equal(verdict, 'not decided');
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['process/not-decided'],
    );
    assert.equal(checkSoundness(model).verdict, 'sound');
  });

  test('blocks are sound by construction, however they are nested', () => {
    for (let seed = 1; seed <= sweep(15, 300); seed += 1) {
      const model = randomBlocks(seed, 30);
      assert.deepEqual(check(model), ['sound'], `seed ${seed}`);
    }
  });

  test('a gateway of another kind in a block is found', () => {
    let planted = 0;
    for (let seed = 1; seed <= sweep(15, 200); seed += 1) {
      const model = randomBlocks(seed, 30);
      const join = model.processes[0]!.nodes.find(
        ({ id, type }) => id.startsWith('join') && type !== 'inclusiveGateway',
      );
      if (!join) continue;
      planted += 1;
      join.type = join.type === 'exclusiveGateway' ? 'parallelGateway' : 'exclusiveGateway';
      const [verdict, code] = check(model);
      const expected =
        join.type === 'parallelGateway' ? 'process/deadlock' : 'process/unsynchronised';
      assert.deepEqual([verdict, code], ['unsound', expected], `seed ${seed}`);
    }
    assert.ok(planted > sweep(7, 100), String(planted));
  });

  test('the smaller graph has the faults of the whole one', () => {
    const counts = new Map<string, number>();
    for (let seed = 1; seed <= sweep(40, 400); seed += 1) {
      const model = randomTangle(seed);
      const whole = explore(graphOf(model.processes[0]!), 20_000);
      const { diagnostics } = checkSoundness(model);
      const has = (code: string) => diagnostics.some((one) => one.code === `process/${code}`);
      const faulty = whole.stuck !== undefined || whole.crowded !== undefined;
      counts.set(String(faulty), (counts.get(String(faulty)) ?? 0) + 1);
      assert.equal(has('deadlock') || has('unsynchronised'), faulty, `seed ${seed}`);
    }
    for (const count of counts.values())
      assert.ok(count > sweep(10, 20), JSON.stringify([...counts]));
  });

  test('thousands of nested gateways take little time', () => {
    const depth = sweep(2000, 10_000);
    const nodes = new Map<string, Nodes[string]>([
      ['s', 'startEvent'],
      ['e', 'endEvent'],
      ['t', 'task'],
    ]);
    const flows: string[] = [];
    for (let at = 0; at < depth; at += 1) {
      const kind = at % 2 === 0 ? 'parallelGateway' : 'exclusiveGateway';
      nodes.set(`x${at}`, kind);
      nodes.set(`y${at}`, kind);
      nodes.set(`t${at}`, 'task');
      flows.push(
        `${at === 0 ? 's' : `x${at - 1}`} -> x${at} -> t${at} -> y${at} -> ${at === 0 ? 'e' : `y${at - 1}`}`,
      );
    }
    flows.push(`x${depth - 1} -> t -> y${depth - 1}`);
    const model = modelOf(content(Object.fromEntries(nodes), flows));
    const started = busyTime();
    assert.deepEqual(check(model), ['sound']);
    assert.ok(busyTime() - started < 5000, `${busyTime() - started} ms`);
  });
});

/** Gateways with flows at random: most have faults. */
function randomTangle(seed: number): ProcessModel {
  const random = randomOf(seed);
  const count = 2 + random(4);
  const kinds = [
    'exclusiveGateway',
    'exclusiveGateway',
    'parallelGateway',
    'inclusiveGateway',
  ] as const;
  const nodes: [string, Nodes[string]][] = [
    ['s', 'startEvent'],
    ['e', 'endEvent'],
  ];
  for (let at = 0; at < count; at += 1)
    nodes.push([`g${at}`, kinds[random(4)] ?? 'exclusiveGateway']);
  const flows = ['s -> g0', `g${count - 1} -> e`];
  for (let at = 0; at < count - 1; at += 1) flows.push(`g${at} -> g${at + 1}`);
  for (let at = 0; at < 1 + random(4); at += 1)
    flows.push(`g${random(count)} -> g${random(count)}`);
  return modelOf(content(Object.fromEntries(nodes), [...new Set(flows)]));
}
