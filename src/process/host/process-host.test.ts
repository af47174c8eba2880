import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { sweep } from '../../../test/support/sweep.ts';
import { sqliteStore } from '../adapters/sqlite-store.ts';
import { advance, stepInstance } from '../engine/advance.ts';
import { newState } from '../engine/state.ts';
import type { ProcessModel } from '../model/process-model.ts';
import { randomBlocks } from '../testing/random-process.ts';
import { content, deployed, modelOf, play } from '../testing/play.ts';
import type { EventStore } from './event-store.ts';
import { memoryStore } from './memory-store.ts';
import { ProcessHost } from './process-host.ts';
import type { Errand } from './process-host.ts';
import { stateAsOf } from './state-as-of.ts';

const hostOf = async (
  models: readonly ProcessModel[],
  store: EventStore = memoryStore(),
  mostLetters = 10,
) => {
  const errands: [string, Errand][] = [];
  let now = 0;
  const host = new ProcessHost({
    store,
    clock: () => now,
    carryOut: (errand, instance) => errands.push([instance, errand]),
    mostLetters,
  });
  for (const model of models) host.deploy(await deployed(model));
  return { host, errands, store, pass: (time: number) => (now += time) };
};

const message = { type: 'message', message: 'm', key: 'order' } as const;
const waiter = modelOf(
  {
    id: 'waiter',
    ...content(
      { s: 'startEvent', c: { type: 'intermediateCatchEvent', event: message }, e: 'endEvent' },
      ['s -> c -> e'],
    ),
  },
  { messages: [{ id: 'm', name: 'M' }] },
);
const sender = modelOf(
  {
    id: 'sender',
    ...content(
      { s: 'startEvent', t: { type: 'intermediateThrowEvent', event: message }, e: 'endEvent' },
      ['s -> t -> e'],
    ),
  },
  { messages: [{ id: 'm', name: 'M' }] },
);

describe('the host', () => {
  test('messages go to the instance with their key, once, also when they come early', async () => {
    const { host, errands } = await hostOf([waiter, sender]);
    const one = host.start('waiter', { order: 1 });
    const two = host.start('waiter', { order: '2' });
    host.start('sender', { order: 2, from: 'sender' });
    host.flush();
    const ended = () => errands.flatMap(([id, errand]) => (errand.kind === 'end' ? id : []));
    assert.deepEqual(ended(), [two ?? '', '3'].toSorted());
    assert.equal(host.message('M', '3', {}), undefined);
    assert.equal(host.state(one ?? '')?.status, 'running');
    const three = host.start('waiter', { order: 3 });
    host.flush();
    assert.ok(ended().includes(three ?? ''));
    assert.equal(host.message('M', '1', {}), one);
    assert.equal(host.message('other', undefined, {}), undefined);
  });

  test('a message or a signal starts the process that waits for it', async () => {
    const on = (event: { type: 'message'; message: string } | { type: 'signal'; signal: string }) =>
      modelOf(
        {
          id: event.type,
          ...content({ s: { type: 'startEvent', event }, a: 'userTask' }, ['s -> a']),
        },
        { messages: [{ id: 'm', name: 'M' }], signals: [{ id: 'g', name: 'G' }] },
      );
    const { host, errands } = await hostOf([
      on({ type: 'message', message: 'm' }),
      on({ type: 'signal', signal: 'g' }),
    ]);
    assert.equal(host.start('message'), undefined);
    assert.equal(host.message('M', undefined, { x: 1 }), '1');
    host.signal('G', {});
    host.flush();
    assert.deepEqual(
      errands.map(([id, { kind }]) => [id, kind]),
      [
        ['1', 'perform'],
        ['2', 'perform'],
      ],
    );
  });

  test('an instance keeps to its version; new ones get the last', async () => {
    const version = (task: string) =>
      modelOf(content({ s: 'startEvent', [task]: 'userTask' }, [`s -> ${task}`]));
    const { host, errands } = await hostOf([version('a')]);
    const old = host.start('test') ?? '';
    host.deploy({ ...(await deployed(version('b'))), version: 2 });
    host.start('test');
    host.flush();
    assert.deepEqual(
      errands.map(([, errand]) => 'node' in errand && errand.node),
      ['a', 'b'],
    );
    assert.equal(host.state(old)?.version, 1);
  });

  test('an instance goes to another version if all that waits has a place there', async () => {
    const version = (nodes: Parameters<typeof content>[0], flows: string[]) =>
      modelOf(content({ s: 'startEvent', ...nodes }, flows));
    const { host, errands, store } = await hostOf([version({ a: 'userTask' }, ['s -> a'])]);
    const id = host.start('test') ?? '';
    host.flush();
    const next = version({ n: 'task', b: 'userTask', last: 'userTask' }, ['s -> n -> b -> last']);
    const second = { ...(await deployed(next)), version: 2 };
    host.deploy(second);
    assert.equal(host.planMigration(id, 2).length, 1);
    assert.match(
      host.tell(id, { kind: 'migrate', version: 2, nodes: {} }) ?? '',
      /"a" has no userTask/,
    );
    assert.match(host.tell(id, { kind: 'migrate', version: 3, nodes: {} }) ?? '', /not deployed/);
    assert.deepEqual(host.planMigration(id, 2, { a: 'b' }), []);
    assert.equal(host.state(id)?.version, 1);
    assert.equal(host.tell(id, { kind: 'migrate', version: 2, nodes: { a: 'b' } }), undefined);
    const job = errands.at(-1)?.[1];
    assert.ok(job?.kind === 'perform');
    assert.equal(host.tell(id, { kind: 'complete', job: job.job }), undefined);
    host.flush();
    const nodes = (all: typeof errands) => all.map(([, errand]) => 'node' in errand && errand.node);
    assert.deepEqual(nodes(errands), ['a', 'last']);
    // The log says it all: another host that knows both versions goes on where this one was.
    const other = await hostOf([version({ a: 'userTask' }, ['s -> a'])], store);
    other.host.deploy(second);
    other.host.recover();
    other.host.flush();
    assert.deepEqual([nodes(other.errands), other.host.state(id)?.version], [['last'], 2]);
    const first = await deployed(version({ a: 'userTask' }, ['s -> a']));
    const seen = stateAsOf((number) => (number === 1 ? first : second), store.history(id)!, 0);
    assert.deepEqual(seen, other.host.state(id));
  });

  test('nothing leaves the host before it is safe', async () => {
    const order: string[] = [];
    const store = memoryStore();
    const host = new ProcessHost({
      store: { ...store, append: (entries) => (order.push('safe'), store.append(entries)) },
      clock: () => 0,
      carryOut: ({ kind }) => order.push(kind),
    });
    host.deploy(await deployed(modelOf(content({ s: 'startEvent', a: 'userTask' }, ['s -> a']))));
    host.start('test');
    assert.deepEqual(order, []);
    host.flush();
    assert.deepEqual(order, ['safe', 'perform']);
  });

  test('what could not be written is written by the next flush, and nothing left before', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'microforge-host-'));
    const file = join(folder, 'log.db');
    const log = sqliteStore(file);
    let fails = true;
    const store: EventStore = {
      append(entries) {
        // The store itself fails half-way: it must be as if nothing had been asked of it.
        log.append(
          fails ? [...entries, { kind: 'event', instance: '?', event: entries as never }] : entries,
        );
      },
      running: () => log.running(),
      history: (id) => log.history(id),
      count: () => log.count(),
      letters: () => log.letters(),
      starts: () => log.starts(),
    };
    const model = modelOf(content({ s: 'startEvent', a: 'userTask' }, ['s -> a']));
    const { host, errands } = await hostOf([model], store);
    const id = host.start('test') ?? '';
    assert.throws(() => host.flush(), /no running instance/);
    assert.deepEqual([errands, log.count()], [[], 0]);
    fails = false;
    host.flush();
    assert.equal(errands.length, 1);
    const [, errand] = errands[0] ?? [];
    assert.ok(errand?.kind === 'perform');
    host.tell(id, { kind: 'complete', job: errand.job });
    fails = true;
    assert.throws(() => host.flush());
    fails = false;
    host.flush();
    assert.deepEqual(
      log.history(id)?.events.map(({ kind }) => kind),
      ['start', 'complete'],
    );
    log.close();
    rmSync(folder, { recursive: true });
  });

  test('messages that nobody wants do not pile up in the store either', async () => {
    const most = sweep(1000, 100_000);
    const { host, store } = await hostOf([waiter], memoryStore(), most);
    for (let count = 0; count <= most; count += 1) host.message('M', String(count), {});
    host.flush();
    assert.equal([...store.letters()].length, most);
    host.start('waiter', { order: 0 });
    const late = host.start('waiter', { order: most - 1 });
    host.flush();
    assert.equal(host.state('1')?.status, 'running');
    assert.equal(host.state(late ?? ''), undefined);
    assert.equal([...store.letters()].length, most - 1);
  });

  test('a timer that was missed very often does not stop everything', async () => {
    const tick = { type: 'timer', every: 'R/PT1S' } as const;
    const model = modelOf(
      content(
        {
          s: 'startEvent',
          a: 'userTask',
          b: { type: 'boundaryEvent', attachedTo: 'a', interrupting: false, event: tick },
          e: 'endEvent',
        },
        ['s -> a -> e', 'b -> e'],
      ),
    );
    const { host, pass } = await hostOf([model]);
    const id = host.start('test') ?? '';
    pass(365 * 86_400_000);
    const most = sweep(1000, 10_000);
    assert.equal(host.wake(most), most * 1000 + 1000);
    assert.equal(host.state(id)?.status, 'running');
  });

  test('goes on after a restart: open jobs are asked for again, early messages are still there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'microforge-host-'));
    const file = join(folder, 'log.db');
    const model = modelOf(
      content({ s: 'startEvent', a: 'userTask', b: 'userTask' }, ['s -> a -> b']),
    );
    const first = sqliteStore(file);
    const before = await hostOf([model, waiter], first);
    const id = before.host.start('test', { x: 1 }) ?? '';
    before.host.message('M', '9', { early: true });
    before.host.flush();
    const job = before.errands[0]?.[1];
    assert.ok(job?.kind === 'perform');
    before.host.tell(id, { kind: 'complete', job: job.job, data: { y: 2 } });
    before.host.flush();
    first.close();
    const second = sqliteStore(file);
    const { host, errands } = await hostOf([model, waiter], second);
    host.recover();
    host.flush();
    assert.deepEqual(
      errands.map(([at, errand]) => [at, 'node' in errand && errand.node]),
      [[id, 'b']],
    );
    assert.deepEqual(host.state(id)?.now, 0);
    const late = host.start('waiter', { order: 9 });
    host.flush();
    assert.ok(errands.some(([at, { kind }]) => at === late && kind === 'end'));
    assert.deepEqual([...second.letters()], []);
    second.close();
    rmSync(folder, { recursive: true });
  });

  test('an instance can be looked at as it was', async () => {
    const model = modelOf(
      content({ s: 'startEvent', a: 'userTask', b: 'userTask' }, ['s -> a -> b']),
    );
    const { host, errands, store, pass } = await hostOf([model]);
    const id = host.start('test') ?? '';
    for (let count = 0; count < 2; count += 1) {
      host.flush();
      pass(1000);
      const [, errand] = errands.at(-1) ?? [];
      if (errand?.kind === 'perform') host.tell(id, { kind: 'complete', job: errand.job });
    }
    host.flush();
    const definition = await deployed(model);
    const at = (time: number) => {
      const state = stateAsOf(() => definition, store.history(id)!, time);
      return [...state.tokens.values()]
        .map(({ node }) => definition.steps[node]?.id)
        .concat(state.status);
    };
    assert.deepEqual(
      [at(-1), at(0), at(1500), at(9999)],
      [['running'], ['a', 'running'], ['b', 'running'], ['completed']],
    );
  });
});

describe('instances', () => {
  test('an event without an effect leaves nothing behind: it is not in the log', async () => {
    const definition = await deployed(
      modelOf(content({ s: 'startEvent', a: 'userTask' }, ['s -> a'])),
    );
    const state = newState('1', 'test', 1, 0);
    advance(definition, state, { at: 5, kind: 'start', data: {} });
    const before = structuredClone(state);
    const { ignored } = advance(definition, state, { at: 50, kind: 'complete', job: 99 });
    assert.ok(ignored);
    assert.deepEqual(state, before);
  });

  test('what can be undone is so in another version, too', async () => {
    const version = (...before: string[]) =>
      modelOf({
        ...content(
          {
            ...Object.fromEntries(before.map((id) => [id, 'task' as const])),
            s: 'startEvent',
            sub: {
              type: 'subProcess',
              ...content({
                book: 'serviceTask',
                'on-book': {
                  type: 'boundaryEvent',
                  attachedTo: 'book',
                  event: { type: 'compensation' },
                },
                unbook: { type: 'serviceTask', compensates: true },
              }),
              associations: [{ id: 'as', from: 'on-book', to: 'unbook' }],
            },
            a: 'userTask',
            back: { type: 'intermediateThrowEvent', event: { type: 'compensation' } },
            e: 'endEvent',
          },
          [`s -> sub -> ${['a', ...before].join(' -> ')} -> back -> e`],
        ),
      });
    const { host, errands } = await hostOf([version()]);
    host.deploy({ ...(await deployed(version('x', 'y', 'z'))), version: 2 });
    const id = host.start('test') ?? '';
    const finish = () => {
      host.flush();
      const [, errand] = errands.at(-1) ?? [];
      if (errand?.kind === 'perform') host.tell(id, { kind: 'complete', job: errand.job });
    };
    finish();
    host.flush();
    assert.equal(host.tell(id, { kind: 'migrate', version: 2, nodes: {} }), undefined);
    finish();
    finish();
    host.flush();
    assert.deepEqual(
      errands.map(([, errand]) => ('node' in errand ? errand.node : errand.kind)),
      ['book', 'a', 'unbook', 'end'],
    );
  });

  test('a step leaves the state before it as it was, and gives the same again', async () => {
    const definition = await deployed(randomBlocks(7, 40));
    const state = newState('1', 'test', 1, 0);
    const event = { at: 5, kind: 'start', data: { n: 2 } } as const;
    const before = structuredClone(state);
    const one = stepInstance(definition, state, event);
    assert.deepEqual(state, before);
    assert.deepEqual(stepInstance(definition, state, event), one);
    const { commands } = advance(definition, state, event);
    assert.deepEqual(commands, one.commands);
    assert.deepEqual(state, one.state);
  });

  test('random blocks always come to their end', async () => {
    for (let seed = 1; seed <= sweep(15, 200); seed += 1)
      for (const n of [0, 3]) {
        const { status, problem } = await play(randomBlocks(seed, 30), {}, { data: { n } });
        assert.equal(status, 'completed', `seed ${seed}: ${problem}`);
      }
  });
});
