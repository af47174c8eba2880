import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ProcessHost } from '../host/process-host.ts';
import type { Errand } from '../host/process-host.ts';
import { deployed } from '../testing/play.ts';
import { sampleModel } from '../testing/sample-model.ts';
import { openPostgresStore } from './postgres-store.ts';

/*
 * An engine: node test-engine-worker.ts URL INSTANCES. It stands by until the log is free, takes up what is there, and
 * brings so many instances of the sample to their end.
 */
const [url = '', instances = '0'] = process.argv.slice(2);
const client = new Client({ connectionString: url });
await client.connect();
let store = await openPostgresStore(client, 'engines');
while (!store) {
  await sleep(50);
  store = await openPostgresStore(client, 'engines');
}
const known = [...store.running()];
let now = Math.max(0, ...known.flatMap(({ events }) => events.map(({ at }) => at)));
const errands: { errand: Errand; instance: string }[] = [];
const host = new ProcessHost({
  store,
  clock: () => now,
  carryOut: (errand, instance) => errands.push({ errand, instance }),
});
host.deploy(await deployed(sampleModel()));
host.recover();
const open = new Set(known.map(({ id }) => id));
let count = store.count();
for (;;) {
  await host.commit();
  const next = errands.shift();
  if (next?.errand.kind === 'end') open.delete(next.instance);
  if (next?.errand.kind === 'perform') {
    const { node, job } = next.errand;
    const say = node === 'risky' ? { kind: 'fail' as const, problem: 'no', error: 'E' } : undefined;
    host.tell(
      next.instance,
      say ? { ...say, job } : { kind: 'complete', job, data: { [node]: 1 } },
    );
    // As slow as work is: so that there is something to be killed.
    await sleep(5);
  } else if (!next) {
    const due = host.wake();
    if (due !== undefined && !host.hasWork) now = Math.max(now, due);
    else if (!host.hasWork && open.size > 0) for (const id of open) host.message('answer', id, {});
    if (!host.hasWork && count < Number(instances)) {
      count += 1;
      open.add(host.start('test', { items: ['a', 'b'], order: String(count) }) ?? '');
    } else if (!host.hasWork && open.size === 0 && due === undefined) break;
  }
}
await client.end();
