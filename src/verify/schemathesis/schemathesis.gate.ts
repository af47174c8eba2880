import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { basePathOf } from '#blueprint';
import { readApi } from '../fuzz/api.ts';
import { createRandom } from '../fuzz/random.ts';
import { PASSWORD, World } from '../fuzz/world.ts';
import type { Gate, GateContext, GateResult } from '../gate.ts';
import { gateResult, skipped } from '../gate-result.ts';
import { createHttpClient } from '../http/http-client.ts';
import { findSchemathesis } from './find-schemathesis.ts';
import { readReport, type SchemathesisReport } from './read-report.ts';
import { type Peer, schemathesisFiles } from './schemathesis-settings.ts';

/** Examples for one service, shared by its operations: a minute or two on two cores. */
const BUDGET = 600;
/** How long it may run; what it found until then counts. */
const LIMIT_SECONDS = 420;

/** Schemathesis (https://schemathesis.io): a second fuzzer, which shares no line with ours. */
export const gate: Gate = {
  name: 'schemathesis',
  title: 'Schemathesis',
  order: 85,
  needs: ['boot'],
  optional: true,
  timeoutSeconds: LIMIT_SECONDS + 180,
  async run(context) {
    context.progress('looking for Schemathesis');
    const command = await findSchemathesis(context);
    const service = await context.start();
    const { document } = context.service;
    const isGiven = document !== undefined;
    const peers = isGiven ? [] : await registerPeers(context, service.url);
    const { openapi } = context.contract;
    const { operations } = readApi(openapi);
    const files = schemathesisFiles(
      {
        url: service.url,
        basePath: isGiven ? basePathOf(document) : '',
        seed: context.seed,
        examples: Math.min(25, Math.max(3, Math.round(BUDGET / Math.max(operations.length, 1)))),
        peers,
        isGiven,
      },
      openapi,
    );
    const folder = await context.folder();
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    context.progress(`${operations.length} operations`);
    const ended = await run(context, [...command, '--no-color', 'run', 'openapi.json'], folder);
    if (ended && ended.code !== 0 && ended.code !== 1)
      return skipped(`Schemathesis ended with ${ended.code}: ${ended.said}`);
    const report = await readReport(join(folder, 'report.ndjson'), service.url);
    const tried = operations.filter(({ name }) => report.operations.has(name)).length;
    return resultOf(report, `${tried} operations, seed ${context.seed}`, ended);
  },
};

/** How it ended: its exit code (0: nothing found, 1: something; anything else is no verdict) and its last words, or undefined when its time was up. */
type Ended = { readonly code: number | null; readonly said: string } | undefined;

async function run(
  context: GateContext,
  command: readonly [string, ...string[]],
  folder: string,
): Promise<Ended> {
  const limit = AbortSignal.timeout(LIMIT_SECONDS * 1000);
  try {
    const { code, stdout, stderr } = await context.execute(command, folder, limit);
    return { code, said: `${stdout}\n${stderr}`.trim().slice(-600) };
  } catch (error) {
    context.signal.throwIfAborted();
    if (limit.aborted) return undefined;
    throw error;
  }
}

/** Without a finding it says something only if it came to its end. */
function resultOf(report: SchemathesisReport, what: string, ended: Ended): GateResult {
  const alike = report.leftOut === 0 ? '' : `, ${report.leftOut} more findings left out`;
  const result = gateResult(report.findings, what + alike, { requests: report.requests });
  if (result.verdict === 'failed') return result;
  if (!ended) return skipped(`Schemathesis did not end within ${LIMIT_SECONDS} s`);
  const gaveUp = report.findings.some(({ code }) => code === 'verify/schemathesis-gave-up');
  if (report.complete && (ended.code === 0 || gaveUp)) return result;
  return skipped(`Schemathesis gave no verdict: ${ended.said}`);
}

/** Two accounts, each with a tenant of its own; none where the service has no accounts. */
async function registerPeers(context: GateContext, url: string): Promise<readonly Peer[]> {
  if (context.service.access !== 'accounts') return [];
  const client = createHttpClient({ url, signal: context.signal });
  const random = createRandom(context.seed).fork('schemathesis');
  const world = new World(readApi(context.contract.openapi), client, random);
  try {
    const peers = ['first', 'second'].map((name) => ({
      name,
      email: `${name}@example.com`,
      password: PASSWORD,
    }));
    for (const { email } of peers) await world.register({ email });
    return peers;
  } finally {
    client.close();
  }
}
