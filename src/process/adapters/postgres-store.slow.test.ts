import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startPostgres } from '../../../test/support/postgres.ts';
import type { PostgresServer } from '../../../test/support/postgres.ts';
import { advance } from '../engine/advance.ts';
import { newState } from '../engine/state.ts';
import { deployed } from '../testing/play.ts';
import { sampleModel } from '../testing/sample-model.ts';
import { storeCases } from './test-store-conformance.ts';
import type { StoreUnderTest } from './test-store-conformance.ts';
import { openPostgresStore } from './postgres-store.ts';

const worker = new URL('test-engine-worker.ts', import.meta.url).pathname;
const INSTANCES = 80;

describe('the log in PostgreSQL', { timeout: 300_000 }, () => {
  let server: PostgresServer;
  let url = '';
  before(async () => {
    server = await startPostgres();
    url = await server.database();
  });
  after(() => server.stop());

  const connect = async () => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const open = async (log: string): Promise<StoreUnderTest> => {
    const client = await connect();
    const store = await openPostgresStore(client, log);
    assert.ok(store);
    return {
      store,
      reopen: async () => {
        await client.end();
        return open(log);
      },
      close: () => client.end(),
    };
  };
  for (const [name, run] of storeCases) test(name, () => run(() => open(name)));

  test('belongs to one engine; who lost it cannot write any more', async () => {
    const [one, other] = [await connect(), await connect()];
    const mine = await openPostgresStore(one, 'mine');
    assert.ok(mine);
    assert.equal(await openPostgresStore(other, 'mine'), undefined);
    assert.ok(await openPostgresStore(other, 'another'));
    const { rows } = await one.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await other.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    let next: Awaited<ReturnType<typeof openPostgresStore>>;
    for (let attempt = 0; !next && attempt < 100; attempt += 1) {
      await sleep(20);
      next = await openPostgresStore(other, 'mine');
    }
    assert.ok(next);
    const instance = { id: '1', process: 'p', version: 1 };
    await assert.rejects(mine.append([{ kind: 'instance', instance }]));
    await next.append([{ kind: 'instance', instance }]);
    assert.equal((await next.history('1'))?.events.length, 0);
    await Promise.all([one.end().catch(() => undefined), other.end()]);
  });

  test('several engines, killed again and again, advance no instance twice and lose none', async () => {
    const client = await connect();
    // The tables are there before anybody counts in them.
    await open('elsewhere').then((store) => store.close());
    const engines = new Set<ReturnType<typeof spawn>>();
    const start = () => {
      const child = spawn(process.execPath, [worker, url, String(INSTANCES)], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      engines.add(child);
      child.once('exit', () => engines.delete(child));
    };
    const ended = async () => {
      const { rows } = await client.query<{ count: string }>(
        `SELECT count(*) FROM process_instances WHERE log = 'engines' AND NOT running`,
      );
      return Number(rows[0]?.count);
    };
    let killed = 0;
    try {
      for (let round = 0; round < 400 && (await ended()) < INSTANCES; round += 1) {
        while (engines.size < 3) start();
        await sleep(400);
        // Sometimes the one that works, sometimes one that stands by.
        const victim = [...engines][round % 3];
        if (round % 4 !== 3 && victim?.kill('SIGKILL')) killed += 1;
      }
      assert.equal(await ended(), INSTANCES);
    } finally {
      for (const child of engines) child.kill('SIGKILL');
    }
    assert.ok(killed > 3, String(killed));
    const store = await untilOpen(client);
    const definition = await deployed(sampleModel());
    const traces = new Set<string>();
    for (let number = 1; number <= INSTANCES; number += 1) {
      const history = await store.history(String(number));
      const state = newState(String(number), 'test', 1, definition.guards.length);
      const trace = (history?.events ?? []).map((event) => {
        const { trace: lines, ignored } = advance(definition, state, event);
        // An event that two engines had written would have had no effect the second time.
        assert.equal(ignored, undefined);
        return lines;
      });
      assert.equal(state.status, 'completed');
      traces.add(JSON.stringify(trace.flat()));
    }
    assert.equal(traces.size, 1);
    await client.end();
  });

  async function untilOpen(client: Client) {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const store = await openPostgresStore(client, 'engines');
      if (store) return store;
      await sleep(50);
    }
    throw new Error('the log is not given free');
  }
});
