import assert from 'node:assert/strict';
import { ProcessHost } from '../host/process-host.ts';
import type { Errand } from '../host/process-host.ts';
import type { EventStore, LogEntry, RemoteEventStore } from '../host/event-store.ts';
import { content, deployed, modelOf } from '../testing/play.ts';

/** What every event log has to keep: the same cases for all of them. */
export interface StoreUnderTest {
  readonly store: EventStore | RemoteEventStore;
  /** Closes it and opens what it has written. */
  reopen(): Promise<StoreUnderTest>;
  close(): Promise<void>;
}

type Open = () => Promise<StoreUnderTest>;

const started = (id: string, at = 0): LogEntry[] => [
  { kind: 'instance', instance: { id, process: 'p', version: 1 } },
  {
    kind: 'event',
    instance: id,
    event: { at, kind: 'start', data: { id, odd: '\u0000"\uD800é' } },
  },
];
const completed = (instance: string, job: number): LogEntry => ({
  kind: 'event',
  instance,
  event: { at: job, kind: 'complete', job },
});

/** Cases by name; each opens a log of its own. */
export const storeCases: ReadonlyMap<string, (open: Open) => Promise<void>> = new Map([
  ['gives back what was written, in its order, after it was opened again', keeps],
  ['writes all of an append or nothing, and goes on after a failure', isAtomic],
  ['keeps early messages and what waits at starts', keepsTheRest],
  ['lets a host go on where it was', hosts],
]);

async function keeps(open: Open): Promise<void> {
  const first = await open();
  await first.store.append([...started('a'), ...started('b')]);
  await first.store.append([completed('a', 1), completed('b', 1), completed('a', 2)]);
  await first.store.append([...started('c'), { kind: 'end', instance: 'a' }]);
  const second = await first.reopen();
  const { store } = second;
  assert.equal(store.count(), 3);
  assert.deepEqual(
    [...store.running()].map(({ id, events }) => [id, events.map(({ at }) => at)]),
    [
      ['b', [0, 1]],
      ['c', [0]],
    ],
  );
  const history = await store.history('a');
  assert.deepEqual(
    [history?.process, history?.version, history?.events.map(({ at }) => at)],
    ['p', 1, [0, 1, 2]],
  );
  assert.deepEqual(history?.events[0], {
    at: 0,
    kind: 'start',
    data: { id: 'a', odd: '\u0000"\uD800é' },
  });
  assert.equal(await store.history('nobody'), undefined);
  await store.append([completed('b', 2)]);
  assert.equal((await store.history('b'))?.events.length, 3);
  await second.close();
}

async function isAtomic(open: Open): Promise<void> {
  const first = await open();
  const { store } = first;
  await store.append(started('a'));
  for (const wrong of [completed('nobody', 1), ...started('a').slice(0, 1)]) {
    const entries = [
      completed('a', 1),
      ...started('b'),
      { kind: 'end', instance: 'a' },
      wrong,
    ] as const;
    await assert.rejects(async () => store.append([...entries]));
  }
  assert.equal((await store.history('a'))?.events.length, 1);
  await store.append([completed('a', 1), ...started('b'), completed('b', 1)]);
  const second = await first.reopen();
  assert.equal(second.store.count(), 2);
  assert.deepEqual(
    [...second.store.running()].map(({ events }) => events.length),
    [2, 2],
  );
  await second.close();
}

async function keepsTheRest(open: Open): Promise<void> {
  const first = await open();
  const post = (number: number): LogEntry => ({
    kind: 'post',
    number,
    letter: { name: `m${number}`, key: 'k', data: { number } },
  });
  const due = { due: 5, left: -1, period: 'PT1H', from: 0, times: 1 };
  const starts = (version: number): LogEntry => ({
    kind: 'starts',
    starts: { process: 'p', version, starts: [{ node: 's', due }] },
  });
  await first.store.append([
    post(1),
    post(2),
    post(3),
    starts(1),
    { kind: 'delivered', number: 2 },
  ]);
  await first.store.append([{ kind: 'delivered', number: 1 }, starts(2), starts(3)]);
  const second = await first.reopen();
  assert.deepEqual(
    [...second.store.letters()],
    [[3, { name: 'm3', key: 'k', data: { number: 3 } }]],
  );
  assert.deepEqual(
    [...second.store.starts()],
    [{ process: 'p', version: 3, starts: [{ node: 's', due }] }],
  );
  await second.close();
}

async function hosts(open: Open): Promise<void> {
  const definition = await deployed(
    modelOf(content({ s: 'startEvent', a: 'userTask', b: 'userTask' }, ['s -> a -> b'])),
  );
  let under = await open();
  let open2: string[] = [];
  const jobs: [string, Errand][] = [];
  const start = () => {
    const host = new ProcessHost({
      store: under.store,
      clock: () => 0,
      carryOut: (errand, instance) => jobs.push([instance, errand]),
    });
    host.deploy(definition);
    host.recover();
    return host;
  };
  for (let round = 0; round < 4; round += 1) {
    const host = start();
    await host.commit();
    if (round === 0) for (let count = 0; count < 3; count += 1) host.start('test');
    await host.commit();
    open2 = jobs.map(([id, errand]) => ('node' in errand ? `${id}${errand.node}` : `${id}.`));
    for (const [id, errand] of jobs.splice(0))
      if (errand.kind === 'perform') host.tell(id, { kind: 'complete', job: errand.job });
    // Several writes that are asked for at once stay in their order.
    await Promise.all([host.commit(), host.commit()]);
    jobs.splice(0);
    under = await under.reopen();
  }
  assert.deepEqual([open2, [...under.store.running()].length], [[], 0]);
  assert.deepEqual(
    (await under.store.history('2'))?.events.map(({ kind }) => kind),
    ['start', 'complete', 'complete'],
  );
  await under.close();
}
