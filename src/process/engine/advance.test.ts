import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { content, modelOf, play } from '../testing/play.ts';

const linear = ['start -> a -> end'];
const ends = { start: 'startEvent', end: 'endEvent' } as const;

describe('flows and gateways', () => {
  test('jobs come one after the other, and their data is the data of the process', async () => {
    const model = modelOf(
      content({ ...ends, a: 'userTask', b: 'serviceTask' }, ['start -> a -> b -> end']),
    );
    const { status, jobs, data } = await play(
      model,
      { a: { x: 1 }, b: { y: 2 } },
      { data: { z: 0 } },
    );
    assert.deepEqual(
      { status, jobs, data },
      { status: 'completed', jobs: ['a', 'b'], data: { z: 0, x: 1, y: 2 } },
    );
  });

  test('an exclusive gateway takes the first flow whose condition holds, else the default', async () => {
    const model = modelOf(
      content(
        {
          ...ends,
          choose: { type: 'exclusiveGateway', default: 'choose-c' },
          a: 'userTask',
          b: 'userTask',
          c: 'userTask',
        },
        [
          'start -> choose',
          'choose -> a: x > 10',
          'choose -> b: x > 5',
          'choose -> c',
          'a -> end',
          'b -> end',
          'c -> end',
        ],
      ),
    );
    for (const [x, job] of [
      [11, 'a'],
      [6, 'b'],
      [1, 'c'],
      [null, 'c'],
    ] as const)
      assert.deepEqual((await play(model, {}, { data: { x } })).jobs, [job]);
  });

  test('a gateway without a way out is held, and goes on when the data allows it', async () => {
    const model = modelOf(
      content({ ...ends, choose: 'exclusiveGateway', a: 'userTask', b: 'userTask' }, [
        'start -> choose',
        'choose -> a: x = 1',
        'choose -> b: x = 2',
        'a -> end',
        'b -> end',
      ]),
    );
    const { status, problem, waitsAt } = await play(model);
    assert.equal(status, 'waiting');
    assert.match(problem ?? '', /no flow has a condition that holds/);
    assert.deepEqual(waitsAt, ['choose']);
  });

  test('a parallel gateway waits for all, an inclusive one for those that can still come', async () => {
    const flows = ['start -> split', 'a -> join', 'b -> join', 'c -> join', 'join -> last -> end'];
    const tasks = {
      ...ends,
      a: 'userTask',
      b: 'userTask',
      c: 'userTask',
      last: 'userTask',
    } as const;
    const parallel = modelOf(
      content({ ...tasks, split: 'parallelGateway', join: 'parallelGateway' }, [
        ...flows,
        'split -> a',
        'split -> b',
        'split -> c',
      ]),
    );
    const inclusive = modelOf(
      content(
        {
          ...tasks,
          split: { type: 'inclusiveGateway', default: 'split-c' },
          join: 'inclusiveGateway',
        },
        [...flows, 'split -> a: x > 1', 'split -> b: x > 2', 'split -> c'],
      ),
    );
    assert.deepEqual((await play(parallel)).jobs, ['a', 'b', 'c', 'last']);
    assert.deepEqual((await play(inclusive, {}, { data: { x: 3 } })).jobs, ['a', 'b', 'last']);
    assert.deepEqual((await play(inclusive, {}, { data: { x: 2 } })).jobs, ['a', 'last']);
    assert.deepEqual((await play(inclusive, {}, { data: { x: 0 } })).jobs, ['c', 'last']);
    const open = await play(inclusive, { b: 'open' }, { data: { x: 3 } });
    assert.deepEqual([open.status, open.waitsAt], ['waiting', ['b']]);
  });

  test('a join that nothing can reach any more is said', async () => {
    const model = modelOf(
      content(
        {
          ...ends,
          split: { type: 'exclusiveGateway', default: 'split-b' },
          a: 'task',
          b: 'task',
          join: 'parallelGateway',
        },
        [
          'start -> split',
          'split -> a: true',
          'split -> b',
          'a -> join',
          'b -> join',
          'join -> end',
        ],
      ),
    );
    const { status, problem } = await play(model);
    assert.equal(status, 'failed');
    assert.match(problem ?? '', /stuck/);
  });

  test('a process that goes round for ever is stopped', async () => {
    const model = modelOf(
      content(
        {
          ...ends,
          a: 'task',
          b: 'exclusiveGateway',
          c: { type: 'exclusiveGateway', default: 'c-a' },
        },
        ['start -> b -> a -> c -> a', 'c -> end: false'],
      ),
    );
    const { problem } = await play(model);
    assert.match(problem ?? '', /round/);
  });

  test('an event-based gateway takes what happens first', async () => {
    const model = modelOf(
      content(
        {
          ...ends,
          gate: 'eventBasedGateway',
          late: { type: 'intermediateCatchEvent', event: { type: 'timer', after: 'PT2H' } },
          soon: { type: 'intermediateCatchEvent', event: { type: 'timer', after: 'PT1H' } },
          a: 'userTask',
          b: 'userTask',
        },
        ['start -> gate', 'gate -> late -> a -> end', 'gate -> soon -> b -> end'],
      ),
    );
    const { jobs, status } = await play(model);
    assert.deepEqual([status, jobs], ['completed', ['b']]);
  });
});

describe('repetition and calls', () => {
  test('once for each of a list, together or one by one, with the results as a list', async () => {
    for (const sequential of [true, undefined] as const) {
      const model = modelOf(
        content(
          {
            ...ends,
            a: {
              type: 'scriptTask',
              script: '{double: item * 2}',
              repeat: {
                kind: 'each',
                of: 'list',
                item: 'item',
                collect: 'doubles',
                value: 'item * 2',
                ...(sequential && { sequential }),
              },
            },
          },
          linear,
        ),
      );
      const { data } = await play(model, {}, { data: { list: [1, 2, 3] } });
      assert.deepEqual(data['doubles'], [2, 4, 6]);
      assert.equal('item' in data, false);
    }
  });

  test('until it is enough: the rest is cancelled', async () => {
    const model = modelOf(
      content(
        { ...ends, a: { type: 'userTask', repeat: { kind: 'each', count: '3', until: 'enough' } } },
        linear,
      ),
    );
    const { trace, status } = await play(model, { a: { enough: true } });
    assert.equal(status, 'completed');
    assert.equal(trace.filter(({ what, id }) => what === 'cancel' && id === 'a').length, 2);
  });

  test('a loop asks before or after', async () => {
    const loop = (before?: true) =>
      modelOf(
        content(
          {
            ...ends,
            a: {
              type: 'scriptTask',
              script: '{n: n + 1}',
              repeat: { kind: 'loop', while: 'n < 3', ...(before && { before }) },
            },
          },
          linear,
        ),
      );
    assert.equal((await play(loop(), {}, { data: { n: 0 } })).data['n'], 3);
    assert.equal((await play(loop(), {}, { data: { n: 5 } })).data['n'], 6);
    assert.equal((await play(loop(true), {}, { data: { n: 5 } })).data['n'], 5);
  });

  test('a called process has data of its own, and gives it back', async () => {
    const called = content({ s: 'startEvent', b: 'userTask', e: 'endEvent' }, ['s -> b -> e']);
    const model = modelOf(
      content({ ...ends, a: { type: 'callActivity', calls: 'other' } }, linear),
    );
    model.processes.push({ id: 'other', ...called });
    const { data, jobs } = await play(model, { b: { y: 2 } }, { data: { x: 1 } });
    assert.deepEqual([jobs, data], [['b'], { x: 1, y: 2 }]);
  });
});
