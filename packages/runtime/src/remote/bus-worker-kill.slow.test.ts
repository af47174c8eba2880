// needs: nats-server
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NatsBus } from '../bus/nats/nats-bus.ts';
import { natsServer } from '../bus/nats/test-nats-server.ts';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { type BusCallOptions, callOverBus } from './bus-call.ts';

const ROUNDS = 9;
const WORKERS = 3;
const CALLERS = 10;
const program = fileURLToPath(new URL('./test-bus-worker.ts', import.meta.url));
const stops: (() => unknown)[] = [];
after(async () => {
  for (const stop of stops.toReversed()) await stop();
});

async function worker(url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  stops.push(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

/** Callers of a service that go on until they are stopped, and what became of their calls. */
function callers(bus: NatsBus, serviceId: string, options?: BusCallOptions) {
  const remote = callOverBus(bus, options);
  const entrypoint = new ServiceEntrypoint(new ServiceRegistry({ remote }));
  const count = { sent: 0, ok: 0, failed: 0 };
  const inFlight = new Set<number>();
  /** Calls that were under way when a worker was killed, each once. */
  const mayFail = new Set<number>();
  const call = async (going: AbortSignal): Promise<void> => {
    while (!going.aborted) {
      const id = (count.sent += 1);
      inFlight.add(id);
      const done = entrypoint.execute({ service_id: serviceId, data: 1, timeout_ms: 1500 });
      const ok = await done.then(
        (value) => value === 'done',
        () => false,
      );
      inFlight.delete(id);
      count[ok ? 'ok' : 'failed'] += 1;
    }
  };
  const start = (going: AbortSignal) =>
    Promise.all(Array.from({ length: CALLERS }, () => call(going)));
  const killing = () => inFlight.forEach((id) => mayFail.add(id));
  return { count, mayFail, killing, start };
}

it('kill -9 of a worker on NATS fails no idempotent call, and of the others at most what was under way', async () => {
  const server = await natsServer();
  stops.push(() => server.remove());
  const bus = await NatsBus.connect({ servers: server.url });
  stops.push(() => bus.close());
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => worker(server.url)));
  const repeated = callers(bus, 'reads', { attemptMs: 400 });
  const sentOnce = callers(bus, 'reads', { attempts: 1 });
  const writes = callers(bus, 'writes', { attemptMs: 400 });
  const all = [repeated, sentOnce, writes];
  const going = new AbortController();
  const calls = all.map(({ start }) => start(going.signal));
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = all.map(({ count }) => count.ok);
    while (all.some(({ count }, n) => count.ok < before[n]! + 100)) await delay(5);
    const which = round % WORKERS;
    for (const { killing } of all) killing();
    workers[which]?.kill('SIGKILL');
    // It stays away for a while: the others have to do.
    await delay(200);
    workers[which] = await worker(server.url);
  }
  going.abort();
  await Promise.all(calls);
  for (const { count } of all) assert.equal(count.sent, count.ok + count.failed);
  assert.equal(repeated.count.failed, 0);
  for (const { count, mayFail } of [sentOnce, writes]) {
    assert.ok(count.failed > 0, 'nothing was lost: the test shows nothing');
    assert.ok(count.failed <= mayFail.size, `${count.failed} of ${mayFail.size} under way`);
  }
});
