import { deployed } from '../testing/play.ts';
import type { Errand } from '../host/process-host.ts';
import { ProcessHost } from '../host/process-host.ts';
import { sampleModel } from '../testing/sample-model.ts';
import { sqliteStore } from './sqlite-store.ts';

/*
 * Runs one instance of the sample from a file, taking up what is there: node test-kill-worker.ts FILE INDEX MODE.
 * At the write with that index the process kills itself, before the write or after it; -1 is never.
 */

const [file = '', index = '-1', mode = 'after'] = process.argv.slice(2);
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
    append(entries) {
      if (mode === 'before' && write === Number(index)) die();
      store.append(entries);
      if (mode === 'after' && write === Number(index)) die();
      write += 1;
    },
  },
});
host.deploy(await deployed(sampleModel()));
host.recover();
const [running] = store.running();
now = running ? (host.state(running.id)?.now ?? 0) : 0;
if (store.count() === 0) host.start('test', { items: ['a', 'b'], order: 7 });
host.flush();
for (let count = 0; count < 1000; count += 1) {
  const next = errands.shift();
  if (next?.errand.kind === 'end') break;
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
      if (host.message('answer', '7', { answered: true }) === undefined) break;
    } else if (due !== undefined) {
      now = Math.max(now, due);
    }
  }
  host.flush();
}
store.close();
