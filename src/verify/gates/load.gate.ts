import type { Gate } from '../gate.ts';
import { gateResult } from '../gate-result.ts';
import { createHttpClient, type HttpClient } from '../http/http-client.ts';
import { readApi } from '../fuzz/api.ts';
import { createRandom } from '../fuzz/random.ts';
import { World } from '../fuzz/world.ts';
import { loadFindings } from './load-findings.ts';

const REQUESTS = 600;
const LANES = 16;

/** A few hundred plain requests side by side: none fails, none takes long. */
export const gate: Gate = {
  name: 'load',
  title: 'smoke load',
  order: 100,
  needs: ['boot'],
  alone: true,
  timeoutSeconds: 60,
  async run(context) {
    const service = await context.start({ RATE_LIMIT_PER_MINUTE: '10000000' });
    const client = createHttpClient({
      url: service.url,
      signal: context.signal,
      connections: LANES,
    });
    try {
      // Of a contract that was given nobody knows which requests are plain.
      const isGiven = context.service.document !== undefined;
      const api = readApi(isGiven ? {} : context.contract.openapi);
      const world = new World(api, client, createRandom(context.seed));
      await world.signIn();
      const lists = api.operations.filter(
        ({ name }) => /^GET \/api\/[^{}]+$/.test(name) && !name.includes('/auth/'),
      );
      const targets = ['/health/live', ...lists.map(({ path }) => path)];
      const { times, failures } = await sendAll(client, targets, world.credentials());
      const p99Ms = percentile(times, 0.99);
      const summary = `${REQUESTS} requests, ${LANES} at once`;
      return gateResult(loadFindings(REQUESTS, failures, p99Ms), summary, {
        p50Ms: percentile(times, 0.5),
        p99Ms,
      });
    } finally {
      client.close();
    }
  },
};

async function sendAll(
  client: HttpClient,
  targets: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<{ times: readonly number[]; failures: readonly string[] }> {
  const times: number[] = [];
  const failures: string[] = [];
  let next = 0;
  const lane = async () => {
    while (next < REQUESTS) {
      const target = targets[next % targets.length] ?? '/';
      next += 1;
      const started = performance.now();
      const { response, error } = await client.send({ method: 'GET', target, headers });
      times.push(performance.now() - started);
      if (response?.status !== 200) failures.push(`${target}: ${response?.status ?? error}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { times, failures };
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 10) / 10;
}
