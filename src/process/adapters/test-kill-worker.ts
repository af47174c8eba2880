import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { RemoteEventStore } from '../host/event-store.ts';
import { ProcessHost } from '../host/process-host.ts';
import type { Errand } from '../host/process-host.ts';
import { deployed } from '../testing/play.ts';
import { sampleModel, startedByTimer } from '../testing/sample-model.ts';
import { openPostgresStore } from './postgres-store.ts';
import { sqliteStore } from './sqlite-store.ts';

/*
 * Runs a process from a log, taking up what is there: node test-kill-worker.ts LOG INDEX MODE WHAT. LOG is a file, or the
 * URL of a PostgreSQL with the log's name behind `#`. WHAT is one instance of the sample, or a process that a timer starts
 * three times. At the write with that index the worker kills itself, before the write or after it; -1 is never.
 */
const [log = '', index = '-1', mode = 'after', what = 'sample'] = process.argv.slice(2);
const die = () => process.kill(process.pid, 'SIGKILL');
const isRemote = log.startsWith('postgres');
const store = isRemote ? await openRemote(log) : sqliteStore(log);
let now = 0;
let write = [...store.running()].reduce((sum, { events }) => sum + events.length, 0);
const errands: { errand: Errand; instance: string }[] = [];
const host = new ProcessHost({
  clock: () => now,
  carryOut: (errand, instance) => errands.push({ errand, instance }),
  store: {
    running: () => store.running(),
    history: (id: string) => store.history(id),
    count: () => store.count(),
    letters: () => store.letters(),
    starts: () => store.starts(),
    append(entries: Parameters<typeof store.append>[0]) {
      if (mode === 'before' && write === Number(index)) die();
      const done = () => {
        if (mode === 'after' && write === Number(index)) die();
        write += 1;
      };
      const written = store.append(entries);
      return written instanceof Promise ? written.then(done) : done();
    },
  } as typeof store,
});
const save = async () => (isRemote ? host.commit() : host.flush());
// As late as what the log has seen; a start timer is deployed at 0.
for (let number = 1; number <= store.count(); number += 1) {
  const history = await store.history(String(number));
  now = Math.max(now, ...(history?.events ?? []).map(({ at }) => at));
}
host.deploy(await deployed(what === 'sample' ? sampleModel() : startedByTimer()));
host.recover();
if (what === 'sample' && store.count() === 0) host.start('test', { items: ['a', 'b'], order: 7 });
await save();
for (let count = 0; count < 1000; count += 1) {
  const next = errands.shift();
  if (next?.errand.kind === 'end' && what === 'sample') break;
  if (next?.errand.kind === 'perform') {
    const { node, job } = next.errand;
    const say = node === 'risky' ? { kind: 'fail' as const, problem: 'no', error: 'E' } : undefined;
    host.tell(
      next.instance,
      say ? { ...say, job } : { kind: 'complete', job, data: { [node]: job } },
    );
  } else if (!next) {
    const due = host.wake();
    if (due === undefined && !host.hasWork) {
      if (what !== 'sample' || host.message('answer', '7', { answered: true }) === undefined) break;
    } else if (due !== undefined && !host.hasWork) {
      now = Math.max(now, due);
    }
  }
  await save();
}
if ('close' in store) store.close();
else process.exit(0);

/** The log of an engine that was killed is given free a little later. */
async function openRemote(place: string): Promise<RemoteEventStore> {
  const [url, name = ''] = place.split('#');
  const client = new Client({ connectionString: url });
  await client.connect();
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const opened = await openPostgresStore(client, name);
    if (opened) return opened;
    await sleep(20);
  }
  throw new Error('the log is not given free');
}
