import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { content, modelOf, play } from '../testing/play.ts';

const linear = ['start -> a -> end'];
const ends = { start: 'startEvent', end: 'endEvent' } as const;

describe('events', () => {
  test('a boundary timer ends the activity, or goes on beside it', async () => {
    const nodes = (interrupting?: false) => ({
      ...ends,
      a: 'userTask' as const,
      timer: {
        type: 'boundaryEvent' as const,
        attachedTo: 'a',
        event: { type: 'timer' as const, after: 'P1D' },
        ...(interrupting === false && { interrupting }),
      },
      remind: 'userTask' as const,
      late: 'endEvent' as const,
    });
    const flows = [...linear, 'timer -> remind -> late'];
    const ended = await play(modelOf(content(nodes(), flows)), { a: 'open' });
    assert.deepEqual([ended.status, ended.jobs], ['completed', ['a', 'remind']]);
    const beside = await play(modelOf(content(nodes(false), flows)), { a: 'open' });
    assert.deepEqual(
      [beside.status, beside.jobs, beside.waitsAt],
      ['waiting', ['a', 'remind'], ['a']],
    );
  });

  test('an error goes to who catches it: by code, upwards, else the job is held', async () => {
    const errors = [{ id: 'no-money', code: 'E1' }];
    const inner = content({ s: 'startEvent', a: 'serviceTask', e: 'endEvent' }, ['s -> a -> e']);
    const model = modelOf(
      content(
        {
          ...ends,
          sub: { type: 'subProcess', ...inner },
          caught: {
            type: 'boundaryEvent',
            attachedTo: 'sub',
            event: { type: 'error', error: 'no-money' },
          },
          rescue: 'userTask',
          saved: 'endEvent',
        },
        ['start -> sub -> end', 'caught -> rescue -> saved'],
      ),
      { errors },
    );
    assert.deepEqual((await play(model, { a: '!E1' })).jobs, ['a', 'rescue']);
    const other = await play(model, { a: '!E2' });
    assert.deepEqual(
      [other.status, other.problem, other.waitsAt],
      ['waiting', 'as scripted', ['sub', 'a']],
    );
  });

  test('an error that is thrown and caught nowhere ends the instance', async () => {
    const model = modelOf(
      content(
        { start: 'startEvent', end: { type: 'endEvent', event: { type: 'error', error: 'x' } } },
        ['start -> end'],
      ),
      { errors: [{ id: 'x', code: 'X' }] },
    );
    const { status, problem } = await play(model);
    assert.deepEqual([status, problem], ['failed', 'error "X" was not caught']);
  });

  test('terminate ends all in its scope, and the process around goes on', async () => {
    const inner = content(
      {
        s: 'startEvent',
        split: 'parallelGateway',
        a: 'userTask',
        stop: { type: 'endEvent', event: { type: 'terminate' } },
      },
      ['s -> split', 'split -> a', 'split -> stop'],
    );
    const model = modelOf(
      content({ ...ends, sub: { type: 'subProcess', ...inner }, b: 'userTask' }, [
        'start -> sub -> b -> end',
      ]),
    );
    const { jobs, status, trace } = await play(model);
    assert.deepEqual([status, jobs], ['completed', ['b']]);
    assert.ok(trace.some(({ what, id }) => what === 'throw' && id === 'stop'));
  });

  test('what was done is undone, the last first', async () => {
    const undoable = (name: string) => ({
      [name]: { type: 'serviceTask' as const },
      [`on-${name}`]: {
        type: 'boundaryEvent' as const,
        attachedTo: name,
        event: { type: 'compensation' as const },
      },
      [`undo-${name}`]: { type: 'serviceTask' as const, compensates: true as const },
    });
    const model = modelOf({
      ...content(
        {
          ...ends,
          ...undoable('a'),
          ...undoable('b'),
          ...undoable('never'),
          back: { type: 'intermediateThrowEvent', event: { type: 'compensation' } },
          last: 'userTask',
        },
        ['start -> a -> b -> back -> last -> end', 'last -> never'],
      ),
      associations: ['a', 'b', 'never'].map((name) => ({
        id: `as-${name}`,
        from: `on-${name}`,
        to: `undo-${name}`,
      })),
    });
    assert.deepEqual((await play(model)).jobs, ['a', 'b', 'undo-b', 'undo-a', 'last', 'never']);
  });

  test('a condition happens when the data makes it true', async () => {
    const model = modelOf(
      content(
        {
          ...ends,
          split: 'parallelGateway',
          a: 'userTask',
          full: {
            type: 'intermediateCatchEvent',
            event: { type: 'conditional', condition: 'count > 2' },
          },
          b: 'userTask',
          end2: 'endEvent',
        },
        ['start -> split', 'split -> a -> end', 'split -> full -> b -> end2'],
      ),
    );
    assert.deepEqual((await play(model, { a: { count: 3 } })).jobs, ['a', 'b']);
    assert.deepEqual((await play(model, { a: { count: 2 } })).waitsAt, ['full']);
  });

  test('an event sub-process interrupts its scope, or stands beside it', async () => {
    const reaction = (interrupting?: false) =>
      content(
        {
          on: {
            type: 'startEvent',
            event: { type: 'timer', after: 'PT1H' },
            ...(interrupting === false && { interrupting }),
          },
          r: 'userTask',
          re: 'endEvent',
        },
        ['on -> r -> re'],
      );
    const model = (interrupting?: false) =>
      modelOf(
        content(
          {
            ...ends,
            a: 'userTask',
            react: { type: 'subProcess', eventTriggered: true, ...reaction(interrupting) },
          },
          linear,
        ),
      );
    const ended = await play(model(), { a: 'open' });
    assert.deepEqual([ended.status, ended.jobs], ['completed', ['a', 'r']]);
    const beside = await play(model(false), { a: 'open' });
    assert.deepEqual([beside.status, beside.jobs, beside.waitsAt], ['waiting', ['a', 'r'], ['a']]);
  });

  test('escalation is caught beside what goes on', async () => {
    const inner = content(
      {
        s: 'startEvent',
        up: { type: 'intermediateThrowEvent', event: { type: 'escalation', escalation: 'x' } },
        a: 'userTask',
        e: 'endEvent',
      },
      ['s -> up -> a -> e'],
    );
    const model = modelOf(
      content(
        {
          ...ends,
          sub: { type: 'subProcess', ...inner },
          heard: {
            type: 'boundaryEvent',
            attachedTo: 'sub',
            interrupting: false,
            event: { type: 'escalation', escalation: 'x' },
          },
          boss: 'userTask',
          be: 'endEvent',
        },
        ['start -> sub -> end', 'heard -> boss -> be'],
      ),
      { escalations: [{ id: 'x', code: 'X' }] },
    );
    assert.deepEqual((await play(model)).jobs.toSorted(), ['a', 'boss']);
  });
});
