import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { startPostgres } from '../../../test/support/postgres.ts';
import type { PostgresServer } from '../../../test/support/postgres.ts';
import { advance } from '../engine/advance.ts';
import type { TraceLine } from '../engine/events.ts';
import { newState } from '../engine/state.ts';
import { deployed } from '../testing/play.ts';
import { sampleModel } from '../testing/sample-model.ts';
import { openPostgresStore } from './postgres-store.ts';

const RUNS = 3;
const worker = new URL('test-kill-worker.ts', import.meta.url).pathname;
let server: PostgresServer;
let url = '';
before(async () => {
  server = await startPostgres();
  url = await server.database();
});
after(() => server.stop());

/** Runs the worker to its end; gives the signal that ended it. */
const run = (log: string, ...args: readonly string[]) =>
  new Promise<string | null>((resolve, reject) => {
    const child = spawn(process.execPath, [worker, `${url}#${log}`, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const timer = setTimeout(() => child.kill(), 60_000);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      if (code === 0 || signal === 'SIGKILL') resolve(signal);
      else reject(new Error(`the worker ended with ${code ?? signal}`));
    });
  });

/** What the log says that the instance did, from its events alone. */
async function traceOf(log: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  let store: Awaited<ReturnType<typeof openPostgresStore>>;
  for (let attempt = 0; !store && attempt < 500; attempt += 1)
    store = await openPostgresStore(client, log);
  const history = await store?.history('1');
  await client.end();
  assert.ok(history);
  const definition = await deployed(sampleModel());
  const state = newState('1', 'test', 1, definition.guards.length);
  const trace: TraceLine[] = [];
  for (const event of history.events) trace.push(...advance(definition, state, event).trace);
  return { trace, data: state.result, status: state.status, events: history.events.length };
}

test(
  'kill -9 at every event, before and after PostgreSQL has it, changes nothing',
  {
    timeout: 900_000,
  },
  async () => {
    assert.equal(await run('whole'), null);
    const expected = await traceOf('whole');
    assert.equal(expected.status, 'completed');
    assert.ok(expected.events >= 9, String(expected.events));
    let killed = 0;
    for (let index = 0; index < expected.events; index += 1) {
      for (const mode of ['before', 'after']) {
        for (let round = 0; round < RUNS; round += 1) {
          const log = `${index}-${mode}-${round}`;
          if ((await run(log, String(index), mode)) === 'SIGKILL') killed += 1;
          const isLast = index === expected.events - 1 && mode === 'after';
          if (!isLast) assert.equal(await run(log), null);
          assert.deepEqual(await traceOf(log), expected, log);
        }
      }
    }
    assert.equal(killed, expected.events * 2 * RUNS);
  },
);
