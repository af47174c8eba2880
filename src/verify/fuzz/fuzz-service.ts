import { setTimeout as delay } from 'node:timers/promises';
import type { Finding } from '../gate.ts';
import { createHttpClient } from '../http/http-client.ts';
import { readApi } from './api.ts';
import type { FuzzCase } from './case.ts';
import { curlOf } from './curl.ts';
import type { FuzzOptions } from './fuzz-options.ts';
import { fuzzDiagnostics } from './fuzz.diagnostics.ts';
import { fuzzPages } from './pages.ts';
import { Findings } from './findings.ts';
import { findKiller } from './find-killer.ts';
import { judge, type Judge } from './judge.ts';
import { type Performed, perform } from './perform.ts';
import { planCases } from './plan-cases.ts';
import { createRandom } from './random.ts';
import { fuzzRaw } from './raw-requests.ts';
import { fuzzSequence } from './sequence.ts';
import { shrink } from './shrink.ts';
import { createValidator } from './validator.ts';
import { World } from './world.ts';

/** What fuzzing found, and how much it did. */
export interface FuzzReport {
  readonly findings: readonly Finding[];
  /** Findings that are like three others elsewhere, or beyond the longest list. */
  readonly leftOut: number;
  readonly cases: number;
  readonly operations: number;
}

/** Requests under way at once. */
const LANES = 8;

/** Fuzzes a running service from its OpenAPI document alone. */
export async function fuzzService(options: FuzzOptions): Promise<FuzzReport> {
  const api = readApi(options.document);
  const validator = createValidator(api);
  const random = createRandom(options.seed);
  const client = createHttpClient({ url: options.url, signal: options.signal, connections: LANES });
  const world = new World(api, client, random.fork('world'));
  const by: Judge = { api, validator, alive: options.alive };
  const findings = new Findings();
  try {
    await world.signIn();
    findings.add(await setUp(world));
    const cases = planCases(api, validator, random.fork('cases'), options.budget);
    await performAll(world, by, cases, findings, options);
    for (const resource of world.resources) {
      options.signal.throwIfAborted();
      if (!options.alive()) break;
      findings.add(await fuzzSequence(world, by, resource));
    }
    const raw = options.alive()
      ? await fuzzRaw(options.url, world.resources[0]?.collection ?? '/', options.alive)
      : { findings: [], requests: 0 };
    findings.add(raw.findings);
    options.signal.throwIfAborted();
    return {
      findings: findings.all,
      leftOut: findings.leftOut,
      cases: cases.length + raw.requests,
      operations: api.operations.length,
    };
  } finally {
    client.close();
  }
}

/** Makes a record of each resource; what can't be made can't be tested, and must not go unnoticed. */
async function setUp(world: World): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const resource of world.resources) {
    const { create, replace, update } = resource;
    if (!create) continue;
    const record = await world.record(resource);
    if (!record) {
      const last = world.bodies.lastRefusal(create);
      const finding = fuzzDiagnostics.create('never-accepted', { operation: create.name, last });
      // Rules are not in the contract: a body that keeps them is for the behaviour suite to find.
      const severity = isByRules(last) ? 'info' : finding.severity;
      findings.push({ ...finding, severity, clause: 'SP-4.1' });
    }
    for (const write of [replace, update]) if (write) world.bodies.adopt(write, create);
    // Now, while lists are short enough to be read whole.
    if (record) findings.push(...(await fuzzPages(world, resource)));
  }
  return findings;
}

/** A refusal that names nothing but rules. */
function isByRules(refusal: string): boolean {
  const codes = [...refusal.matchAll(/"code":"([^"]*)"/g)].map(([, code]) => code);
  return codes.length > 0 && codes.every((code) => code === 'rule');
}

/** Performs cases side by side, in lanes, until one ends the service. */
async function performAll(
  world: World,
  by: Judge,
  cases: readonly FuzzCase[],
  findings: Findings,
  options: FuzzOptions,
): Promise<void> {
  const { signal, alive, progress } = options;
  const failed: { one: FuzzCase; performed: Performed; finding: Finding }[] = [];
  const underWay = new Set<FuzzCase>();
  let suspects: readonly FuzzCase[] = [];
  let next = 0;
  const lane = async () => {
    while (next < cases.length && alive() && !signal.aborted) {
      const one = cases[next];
      next += 1;
      if (!one) return;
      if (next % 100 === 0) progress(`${next}/${cases.length} requests`);
      underWay.add(one);
      const performed = await perform(world, one);
      // A process that dies closes its connections first.
      if (performed?.exchange.error !== undefined) await delay(100);
      if (!alive() && suspects.length === 0) suspects = [...underWay];
      underWay.delete(one);
      if (!performed || !alive()) continue;
      for (const finding of judge(by, one, performed)) failed.push({ one, performed, finding });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  signal.throwIfAborted();
  if (suspects.length > 0) findings.add([await findKiller(suspects, by, options)]);
  for (const { one, performed, finding } of failed) {
    if (!findings.isNew(finding, one)) continue;
    const least = alive()
      ? await shrink(world, by, one, { finding, performed })
      : { finding, performed };
    findings.add([{ ...least.finding, curl: curlOf(least.performed.request, world.known) }]);
  }
}
