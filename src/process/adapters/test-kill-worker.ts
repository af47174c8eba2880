import { deployed } from '../testing/play.ts';
import type { Errand } from '../host/process-host.ts';
import { ProcessHost } from '../host/process-host.ts';
import { sampleModel, startedByTimer } from '../testing/sample-model.ts';
import { sqliteStore } from './sqlite-store.ts';

/*
 * Runs a process from a file, taking up what is there: node test-kill-worker.ts FILE INDEX MODE WHAT. WHAT is one
 * instance of the sample, or a process that a timer starts three times. At the write with that index the worker kills
 * itself, before the write or after it; -1 is never.
 */
const [file = '', index = '-1', mode = 'after', what = 'sample'] = process.argv.slice(2);
const die = () => process.kill(process.pid, 'SIGKILL');
const store = sqliteStore(file);
let now = 0;
let write = [...store.running()].reduce((sum, { events }) => sum + events.length, 0);
const errands: { errand: Errand; instance: string }[] = [];
const host = new ProcessHost({
  clock: () => now,
  carryOut: (errand, instance) => errands.push({ errand, instance }),
  store: {
    ...store,
    running: () => store.running(),
    history: (id) => store.history(id),
    count: () => store.count(),
    letters: () => store.letters(),
    starts: () => store.starts(),
    append(entries) {
      if (mode === 'before' && write === Number(index)) die();
      store.append(entries);
      if (mode === 'after' && write === Number(index)) die();
      write += 1;
    },
  },
});
// As late as what the log has seen; a start timer is deployed at 0.
for (let number = 1; number <= store.count(); number += 1)
  now = Math.max(now, ...(store.history(String(number))?.events ?? []).map(({ at }) => at));
host.deploy(await deployed(what === 'sample' ? sampleModel() : startedByTimer()));
host.recover();
if (what === 'sample' && store.count() === 0) host.start('test', { items: ['a', 'b'], order: 7 });
host.flush();
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
  host.flush();
}
store.close();
