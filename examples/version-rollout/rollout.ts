// Rolls out three versions of a service under load: node rollout.ts
// 1.1.0 is as good as 1.0.0 and takes its place; 1.2.0 answers differently; 1.3.0 fails some writes.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Gateway } from '@microforge/runtime/gateway';
import { DecisionStore, Rollout } from '@microforge/runtime/versions';

const processes = new Map<string, ChildProcess>();

/** Starts a version; gives its URL. */
async function deploy(version: string): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'orders.ts'), version], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.set(version, child);
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return url;
}

async function retire(version: string): Promise<void> {
  const child = processes.get(version);
  child?.kill();
  if (child?.exitCode === null) await once(child, 'exit');
}

const gateway = new Gateway({
  config: { services: { orders: { versions: { '1.0.0': { url: await deploy('1.0.0') } } } } },
});
const url = await gateway.listen();

// Customers: eight at a time, one of four requests orders something.
const count = { sent: 0, ok: 0, failed: 0 };
const closing = new AbortController();
const customer = async () => {
  while (!closing.signal.aborted) {
    const number = (count.sent += 1);
    const method = number % 4 === 0 ? 'POST' : 'GET';
    const answer = await fetch(`${url}/orders/${number % 100}`, { method }).catch(() => undefined);
    await answer?.arrayBuffer();
    count[answer?.ok ? 'ok' : 'failed'] += 1;
  }
};
const customers = Promise.all(Array.from({ length: 8 }, customer));

const decisions = new DecisionStore();
for (const version of ['1.1.0', '1.2.0', '1.3.0']) {
  const failedBefore = count.failed;
  const rollout = new Rollout({
    gateway,
    service: 'orders',
    candidate: { version, target: { url: await deploy(version) } },
    decisions,
    retire,
    // In an example one is in a hurry. The defaults want blocks of 10 seconds, and are surer of themselves.
    tolerance: { blockMs: 100, errorShare: 0.02, latencyRatio: 5, quantiles: [0.5] },
    canary: { steps: [{ share: 0.2, ms: 500 }, { share: 0.5, ms: 500 }], limitMs: 60_000 },
    checkMs: 50,
  });
  const { active, phase, verdict, reasons, numbers } = await rollout.run();
  console.log(`${version} beside ${active}: ${verdict} (${phase}, ${numbers.seconds.toFixed(1)} s)`);
  for (const reason of reasons) console.log(`  ${reason}`);
  console.log(`  requests that failed meanwhile: ${count.failed - failedBefore}`);
}

closing.abort();
await customers;
console.log(`active: ${Object.keys(gateway.config.services['orders']?.versions ?? {}).join()}`);
console.log(`decisions stored: ${decisions.list('orders').length}`);
console.log(`requests: ${count.sent} sent = ${count.ok} ok + ${count.failed} failed`);
await gateway.close();
await retire('1.1.0');
