import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { EventDefinition } from '../model/event-definition.ts';
import type { ProcessModel } from '../model/process-model.ts';
import { content, deployed, modelOf, play } from '../testing/play.ts';
import type { EventStore } from './event-store.ts';
import { memoryStore } from './memory-store.ts';
import { ProcessHost } from './process-host.ts';

const HOUR = 3_600_000;
const startingBy = (event: EventDefinition, id = 'test'): ProcessModel =>
  modelOf({ id, ...content({ s: { type: 'startEvent', event }, a: 'task' }, ['s -> a']) });

/** A host with a clock to turn, and when instances ended. */
async function hostOf(store: EventStore = memoryStore(), now = 0) {
  const clock = { now };
  const ended: [string, number, unknown][] = [];
  const host = new ProcessHost({
    store,
    clock: () => clock.now,
    carryOut(errand, instance) {
      if (errand.kind === 'end') ended.push([instance, clock.now / HOUR, errand.data]);
    },
  });
  /** Lets time pass until then, waking the host when it asks for it. */
  const until = (time: number) => {
    for (;;) {
      const next = host.wake();
      host.flush();
      if (next === undefined || next > time) break;
      clock.now = Math.max(clock.now, next);
    }
    clock.now = time;
  };
  return { host, clock, ended, until };
}
const deploy = async (host: ProcessHost, model: ProcessModel, version = 1) =>
  host.deploy({ ...(await deployed(model)), version });

describe('timers at the start of a process', () => {
  test('start an instance each time they are due', async () => {
    const { host, ended, until } = await hostOf();
    await deploy(host, startingBy({ type: 'timer', every: 'R3/PT1H' }));
    until(10 * HOUR);
    assert.deepEqual(
      ended.map(([id, time]) => [id, time]),
      [
        ['1', 1],
        ['2', 2],
        ['3', 3],
      ],
    );
    assert.equal(host.start('test'), undefined);
  });

  test('run from the first time that a version was deployed, whatever happens to the host', async () => {
    const store = memoryStore();
    const model = startingBy({ type: 'timer', every: 'R/PT1H' });
    const first = await hostOf(store);
    await deploy(first.host, model);
    first.until(1.5 * HOUR);
    const second = await hostOf(store, 1.75 * HOUR);
    await deploy(second.host, model);
    second.host.recover();
    second.until(2.5 * HOUR);
    assert.deepEqual([first.ended.length, second.ended.map(([, time]) => time)], [1, [2]]);
    // A new version has times of its own; the old one no longer starts anything, in whatever order they come.
    const third = await hostOf(store, 2.5 * HOUR);
    await deploy(third.host, startingBy({ type: 'timer', after: 'PT3H' }), 2);
    await deploy(third.host, model);
    third.until(9 * HOUR);
    const fourth = await hostOf(store, 9 * HOUR);
    await deploy(fourth.host, model);
    await deploy(fourth.host, startingBy({ type: 'timer', after: 'PT3H' }), 2);
    fourth.until(20 * HOUR);
    assert.deepEqual([third.ended.map(([, time]) => time), fourth.ended], [[5.5], []]);
    // A version that starts otherwise takes the timers away.
    const fifth = await hostOf(store, 20 * HOUR);
    await deploy(fifth.host, model, 3);
    await deploy(fifth.host, modelOf(content({ s: 'startEvent' })), 4);
    fifth.until(30 * HOUR);
    assert.deepEqual(fifth.ended, []);
    assert.deepEqual([...store.starts()], [{ process: 'test', version: 4, starts: [] }]);
  });

  test('a date that has passed starts nothing; a repetition goes on with the next', async () => {
    const now = Date.parse('2026-01-10T12:00:00Z');
    const { host, ended, until } = await hostOf(memoryStore(), now);
    await deploy(host, startingBy({ type: 'timer', at: '2026-01-01' }, 'past'));
    await deploy(host, startingBy({ type: 'timer', at: '2026-01-11' }, 'future'));
    await deploy(host, startingBy({ type: 'timer', every: 'R/2020-01-01T06:00:00Z/P1D' }, 'daily'));
    until(now + 24 * HOUR);
    const times = ended.map(([, time]) => new Date(time * HOUR).toISOString().slice(0, 13));
    assert.deepEqual(times, ['2026-01-11T00', '2026-01-11T06']);
  });

  test('a host that slept starts one for each time that it missed, so many at once', async () => {
    const { host, clock } = await hostOf();
    await deploy(host, startingBy({ type: 'timer', every: 'R/PT1S' }));
    clock.now = 100_000_000;
    assert.equal(host.wake(1000), 1_001_000);
  });
});

test('playing one instance starts no others, however long it takes', async () => {
  const every = { type: 'startEvent', event: { type: 'timer', every: 'R/PT1H' } } as const;
  const wait = { type: 'intermediateCatchEvent', event: { type: 'timer', after: 'P1D' } } as const;
  const { status, trace } = await play(
    modelOf(content({ s: every, w: wait, e: 'endEvent' }, ['s -> w -> e'])),
  );
  assert.equal(status, 'completed');
  assert.deepEqual(
    trace.flatMap(({ what, id }) => (what === 'enter' ? id : [])),
    ['w', 'e'],
  );
});

describe('conditions and messages at the start of a process', () => {
  test('a condition starts an instance when it comes to hold, once until it has not held', async () => {
    const store = memoryStore();
    const model = startingBy({ type: 'conditional', condition: 'level > 10' });
    const { host, ended } = await hostOf(store);
    await deploy(host, model);
    const told = (level: unknown) => host.situation({ level }).length;
    assert.deepEqual([5, 11, 12, 10, 20, 'x', 30].map(told), [0, 1, 0, 0, 1, 0, 1]);
    host.flush();
    assert.deepEqual(
      ended.map(([, , data]) => data),
      [{ level: 11 }, { level: 20 }, { level: 30 }],
    );
    const again = await hostOf(store);
    await deploy(again.host, model);
    again.host.recover();
    assert.deepEqual(again.host.situation({ level: 40 }), []);
    assert.deepEqual(again.host.situation({ other: 1 }), []);
    assert.equal(again.host.situation({ level: 40 }).length, 1);
  });

  test('a receive task, and what stands behind an event-based gateway, can start an instance', async () => {
    const messages = {
      messages: [
        { id: 'm', name: 'M' },
        { id: 'n', name: 'N' },
      ],
    };
    const caught = (message: string) =>
      ({ type: 'intermediateCatchEvent', event: { type: 'message', message } }) as const;
    const { host, ended } = await hostOf();
    await deploy(
      host,
      modelOf(
        {
          id: 'task',
          ...content(
            { r: { type: 'receiveTask', message: 'm', instantiate: true }, e: 'endEvent' },
            ['r -> e'],
          ),
        },
        messages,
      ),
    );
    await deploy(
      host,
      modelOf(
        {
          id: 'gateway',
          ...content(
            {
              g: { type: 'eventBasedGateway', instantiate: true },
              one: caught('m'),
              other: caught('n'),
              t: { type: 'scriptTask', script: '{seen: "other"}' },
              e: 'endEvent',
            },
            ['g -> one -> e', 'g -> other -> t -> e'],
          ),
        },
        messages,
      ),
    );
    assert.equal(host.message('M', undefined, { x: 1 }), '1');
    assert.equal(host.message('N', undefined, { y: 2 }), '2');
    host.flush();
    assert.deepEqual(
      ended.map(([, , data]) => data),
      [{ x: 1 }, { y: 2, seen: 'other' }],
    );
  });
});
