import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../process/free-port.ts';
import { testServers } from './test-gateway.ts';

const ROUNDS = 8;
const CALLERS = 32;
const program = `require('node:http')
  .createServer((_, response) => setTimeout(() => response.end('done'), 20))
  .listen(Number(process.argv[1]), '127.0.0.1', () => console.log('up'));`;
const servers = testServers();
const children = new Set<ChildProcess>();
after(() => {
  for (const child of children) child.kill('SIGKILL');
});

async function worker(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', program, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  await once(child.stdout, 'data');
  return child;
}

it('kill -9 of a worker fails no idempotent call, and of the others at most what was under way', async () => {
  const ports = [await freePort(), await freePort(), await freePort()];
  const workers = await Promise.all(ports.map(worker));
  const { url, gateway } = await servers.gateway({
    services: {
      orders: {
        attempts: 3,
        versions: { a: { url: ports.map((port) => `http://127.0.0.1:${port}`) } },
      },
    },
  });
  const count = { sent: 0, ok: 0, GET: 0, POST: 0 };
  const going = new AbortController();
  const caller = async (method: 'GET' | 'POST'): Promise<void> => {
    while (!going.signal.aborted) {
      count.sent += 1;
      const ok = await fetch(`${url}/orders`, { method }).then(
        async (answer) => (await answer.text()) === 'done',
        () => false,
      );
      if (ok) count.ok += 1;
      else count[method] += 1;
    }
  };
  const calls = Array.from({ length: CALLERS }, (_, n) => caller(n % 2 === 0 ? 'GET' : 'POST'));
  let mayFail = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const which = round % ports.length;
    const before = count.ok;
    while (count.ok < before + 200) await delay(5);
    mayFail += gateway.route('orders').state.inFlight;
    workers[which]?.kill('SIGKILL');
    // It stays away for a while: the others have to do.
    await delay(300);
    const [port = 0] = ports.slice(which);
    workers[which] = await worker(port);
  }
  going.abort();
  await Promise.all(calls);
  assert.equal(count.sent, count.ok + count.GET + count.POST);
  assert.equal(count.GET, 0);
  assert.ok(count.POST <= mayFail, `${count.POST} failed of ${mayFail} under way`);
});
