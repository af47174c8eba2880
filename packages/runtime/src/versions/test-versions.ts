import { Agent, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Gateway } from '../gateway/gateway.ts';
import { DecisionStore } from './decision-store.ts';
import { Rollout, type RolloutOptions } from './rollout.ts';
import { startUpstream } from '../gateway/test-upstream.ts';

/** How a version of a test behaves. */
export interface Behaviour {
  readonly errors?: number;
  /** Reads that fail when they are asked for the first time. */
  readonly flaky?: number;
  readonly slowMs?: number;
  readonly answer?: (id: number) => unknown;
}

/** A real server that answers orders, with times and ids that are never the same, and with a store that counts. */
export async function startVersion(
  name: string,
  { errors = 0, flaky = 0, slowMs = 0, answer }: Behaviour = {},
) {
  const store: string[] = [];
  const upstream = await startUpstream(name, (asked: IncomingMessage, response: ServerResponse) => {
    asked.resume();
    response.removeHeader('x-name');
    const reply = () => {
      if (asked.method !== 'GET') store.push(`${asked.method} ${asked.url}`);
      if (asked.method === 'GET' && Math.random() < flaky)
        return void response.writeHead(503).end();
      if (Math.random() < errors) return void response.writeHead(500).end('{}');
      const id = Number(/\d+/.exec(asked.url ?? '')?.[0] ?? 0);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ...order(id), ...(answer?.(id) as object) }));
    };
    if (slowMs === 0) reply();
    else setTimeout(reply, slowMs);
    return true;
  });
  return { ...upstream, store };
}

/** Of one order: what is always the same, and what never is. */
const order = (id: number) => ({
  id,
  total: id * 10,
  lines: ['a', 'b', 'c'].toSorted(() => Math.random() - 0.5).map((sku) => ({ sku, count: id })),
  etag: crypto.randomUUID(),
  now: new Date().toISOString(),
});

/** Callers who ask without a pause, and count. */
export function load(url: string, callers = 8) {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const count = { sent: 0, ok: 0, errors: 0, failed: 0 };
  let going = true;
  const ask = () =>
    new Promise<void>((resolve) => {
      count.sent += 1;
      const method = count.sent % 4 === 0 ? 'POST' : 'GET';
      const asking = request(`${url}/orders/${count.sent % 50}`, { agent, method }, (answer) => {
        answer.resume().on('close', () => {
          if (!answer.complete) count.failed += 1;
          else count[answer.statusCode === 200 ? 'ok' : 'errors'] += 1;
          resolve();
        });
      });
      asking.on('error', () => {
        count.failed += 1;
        resolve();
      });
      asking.end();
    });
  const caller = async (): Promise<void> => {
    if (!going) return;
    await ask();
    return caller();
  };
  const all = Promise.all(Array.from({ length: callers }, caller));
  return async () => {
    going = false;
    await all;
    agent.destroy();
    return count;
  };
}

/** A gateway with the active version 1.0.0 of `orders`, a candidate beside it, and traffic. */
export async function startBoth(candidate: Behaviour, active: Behaviour = {}) {
  const old = await startVersion('old', active);
  const next = await startVersion('next', candidate);
  const gateway = new Gateway({
    config: { services: { orders: { versions: { '1.0.0': { url: old.url } } } } },
  });
  const url = await gateway.listen();
  const stopLoad = load(url);
  return {
    old,
    next,
    gateway,
    url,
    async stop() {
      const count = await stopLoad();
      await gateway.close({ graceMs: 0 });
      await Promise.all([old.stop(), next.stop()]);
      return count;
    },
  };
}

/** Bold enough for a test of a second on a busy machine: short blocks, few requests, wide limits. */
export const quick = {
  blockMs: 20,
  warmUp: 20,
  errorShare: 0.05,
  latencyRatio: 10,
  quantiles: [0.5],
} as const;

/** Steps of a fraction of a second. */
export const canary = {
  steps: [
    { share: 0.3, ms: 50 },
    { share: 0.5, ms: 50 },
  ],
  limitMs: 20_000,
};

/** Rolls out a candidate with a behaviour under load; gives the decision, and what became of the requests. */
export async function rollOut(
  candidate: Behaviour,
  options: Partial<RolloutOptions> = {},
  active: Behaviour = {},
) {
  const both = await startBoth(candidate, active);
  const retired: string[] = [];
  const decisions = new DecisionStore();
  const rollout = new Rollout({
    gateway: both.gateway,
    service: 'orders',
    candidate: { version: '1.1.0', target: { url: both.next.url } },
    tolerance: quick,
    canary,
    shadow: false,
    decisions,
    checkMs: 10,
    retire: async (version) => {
      // From now on nobody may ask it any more.
      retired.push(version);
      await (version === '1.0.0' ? both.old : both.next).stop();
    },
    ...options,
  });
  const decision = await rollout.run();
  const versions = Object.keys(both.gateway.config.services['orders']?.versions ?? {});
  await new Promise((resolve) => setTimeout(resolve, 50));
  const count = await both.stop();
  return { decision, versions, retired, count, stored: decisions.list('orders'), both };
}
