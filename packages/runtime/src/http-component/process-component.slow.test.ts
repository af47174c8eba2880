import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { REPEATS, until } from '../bus/test-broker.ts';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { codeOfCall } from '../test-components.ts';
import { Watchdog } from '../process/watchdog.ts';
import { ProcessComponent, type ProcessOptions } from './process-component.ts';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const registries: ServiceRegistry[] = [];
after(() => Promise.all(registries.map((registry) => registry.stop())));

async function start(options: Partial<ProcessOptions> = {}) {
  const lines: string[] = [];
  const component = new ProcessComponent(
    {
      command: process.execPath,
      args: [file('test-process.mjs')],
      directory: '/',
      env: { MINE: 'yes' },
      port: 0,
      health: '/health/ready',
      restarts: { baseMs: 20 },
      healthEveryMs: 50,
      ...options,
    },
    new Watchdog(),
    (line) => lines.push(line),
  );
  const registry = new ServiceRegistry({ healthIntervalMs: 1e6 });
  registries.push(registry);
  await registry.register('it', component);
  const entrypoint = new ServiceEntrypoint(registry);
  const call = (path: string) =>
    entrypoint.execute({ service_id: 'it', data: { method: 'GET', path } });
  const state = () => registry.status()[0]?.state;
  return { component, registry, lines, call, state };
}

/** A zombie that nobody has collected yet is dead. */
const isAlive = (pid: number) => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

describe('a process component', () => {
  it('answers calls, gets the environment that it was given, and ends with all it has started', async () => {
    const { component, registry, call, lines } = await start();
    const { body } = (await call('/')) as {
      body: { pid: number; helper: number; env: Record<string, string> };
    };
    assert.equal(body.pid, component.pid);
    const { port } = new URL(component.url);
    assert.deepEqual(body.env, { HOST: '127.0.0.1', PORT: port, MINE: 'yes' });
    const slow = call('/slow');
    assert.equal(await registry.stop(), 0);
    assert.deepEqual(((await slow) as { body: unknown }).body, 'slow');
    await until(() => !isAlive(body.pid) && !isAlive(body.helper));
    assert.deepEqual(lines, ['listening', 'stopping']);
  });

  it('comes back after kill -9, and fails no more calls than were under way: sent = ok + failed', async () => {
    const { component, call, state } = await start();
    const { url } = component;
    for (let round = 0; round < REPEATS; round += 1) {
      const { pid = 0 } = component;
      const sent = Array.from({ length: 10 }, () => codeOfCall(call('/slow')));
      await delay(round * 10);
      process.kill(pid, 'SIGKILL');
      const codes = await Promise.all(sent);
      assert.deepEqual(new Set(codes), new Set(['service-unavailable']));
      await until(() => state() === 'unhealthy' || component.pid !== pid);
      await until(() => state() === 'ready');
      assert.notEqual(component.pid, pid);
      assert.equal(component.url, url);
      assert.equal(await codeOfCall(call('/')), 'ok');
    }
  });

  it('is out of traffic while it says so, and is killed when it says nothing', async () => {
    const { component, call, state } = await start({ hangMs: 300 });
    const { pid } = component;
    await call('/ready/no');
    await until(() => state() === 'unhealthy');
    await delay(500);
    assert.equal(component.pid, pid);
    const hanging = await start({ hangMs: 300 });
    const { pid: first } = hanging.component;
    assert.equal(await codeOfCall(hanging.call('/hang')), 'service-unavailable');
    await until(() => hanging.state() === 'ready' && hanging.component.pid !== undefined);
    assert.notEqual(hanging.component.pid, first);
  });

  it('is given up when it ends too often', async () => {
    const { component, registry, call, state } = await start({
      restarts: { limit: 2, baseMs: 10 },
    });
    for (let round = 0; round < 3; round += 1) {
      await until(() => state() === 'ready');
      await codeOfCall(call('/exit'));
      await until(() => state() === 'unhealthy');
    }
    await delay(100);
    assert.equal(state(), 'unhealthy');
    assert.equal(component.health().detail, 'ended with code 3; given up after 2 restarts');
    assert.equal(await registry.stop(), 0);
  });

  it('can be stopped while it waits for its restart', async () => {
    const { registry, call, state } = await start({ restarts: { baseMs: 60_000 } });
    await codeOfCall(call('/exit'));
    await until(() => state() === 'unhealthy');
    const started = performance.now();
    await registry.stop();
    assert.ok(performance.now() - started < 1000);
  });

  it('says why it does not start, with what it said', async () => {
    const args = ['-e', 'console.error("no disk"); process.exit(7)'];
    await assert.rejects(start({ args }), {
      message: 'ended with code 7 before it was ready, and said: no disk',
    });
    await assert.rejects(start({ command: '/no/such/program' }), /ENOENT/);
    await assert.rejects(
      start({ args: ['-e', 'setInterval(() => {}, 1000)'], startMs: 300 }),
      /was not ready at http:\/\/127\.0\.0\.1:\d+\/health\/ready within 0\.3 s/,
    );
  });
});

describe('kill -9 of the host', () => {
  for (const mode of ['running', 'starting']) {
    it(`leaves no orphan, ${mode}`, async () => {
      for (let round = 0; round < REPEATS; round += 1) {
        const host = spawn(process.execPath, [file('test-process-host.ts'), mode], {
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        const [line] = (await once(host.stdout, 'data')) as [Buffer];
        const pids = (JSON.parse(String(line)) as (number | null)[]).filter((pid) => pid !== null);
        host.kill('SIGKILL');
        await once(host, 'close');
        await until(() => !pids.some(isAlive));
      }
    });
  }
});
