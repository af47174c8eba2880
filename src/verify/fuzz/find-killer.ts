import { setTimeout as delay } from 'node:timers/promises';
import type { Finding } from '../gate.ts';
import { createHttpClient } from '../http/http-client.ts';
import type { FuzzCase } from './case.ts';
import { curlOf } from './curl.ts';
import { fuzzDiagnostics } from './fuzz.diagnostics.ts';
import type { FuzzOptions } from './fuzz-options.ts';
import type { Judge } from './judge.ts';
import { perform } from './perform.ts';
import { createRandom } from './random.ts';
import { World } from './world.ts';

/**
 * The service ended while several requests were under way: tries each of them on a service of its own.
 * When none of them ends it alone, the first is named, as one of several.
 */
export async function findKiller(
  suspects: readonly FuzzCase[],
  { api }: Judge,
  options: FuzzOptions,
): Promise<Finding> {
  for (const suspect of suspects) {
    options.signal.throwIfAborted();
    const service = await options.restart();
    const client = createHttpClient({ url: service.url, signal: options.signal });
    try {
      const world = new World(api, client, createRandom(options.seed));
      await world.signIn();
      const performed = await perform(world, suspect);
      await delay(100);
      if (!service.alive()) {
        const curl = performed && curlOf(performed.request, world.known);
        return { ...died(suspect, suspect.what), ...(curl !== undefined && { curl }) };
      }
    } finally {
      client.close();
      await service.stop();
    }
  }
  const [first] = suspects;
  if (!first) throw new Error('Nothing was under way.');
  return died(first, `${first.what}, or one of ${suspects.length - 1} others at the same time`);
}

function died({ operation, location }: FuzzCase, what: string): Finding {
  const finding = fuzzDiagnostics.create('process-died', {
    operation: operation.name,
    location,
    what,
  });
  return { ...finding, clause: 'SP-2.5' };
}
