import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createContract } from '#contract';
import { workshop } from '../../test/fixtures/workshop.ts';
import { startFaultProxy } from '../../test/support/fault-proxy.ts';
import type { Passing } from '../../test/support/fault-proxy.ts';
import { TwinClient } from '../../test/support/twin-client.ts';
import { writeService } from '../../test/support/write-service.ts';
import { behaviourGroups } from './behaviour/groups.ts';
import { collectChecks } from './checks/check.ts';
import { Session } from './checks/session.ts';
import { createSubject } from './checks/subject.ts';
import { readApi } from './fuzz/api.ts';
import type { Judge } from './fuzz/judge.ts';
import { perform } from './fuzz/perform.ts';
import { planCases } from './fuzz/plan-cases.ts';
import { createRandom } from './fuzz/random.ts';
import { fuzzSequence } from './fuzz/sequence.ts';
import { createValidator } from './fuzz/validator.ts';
import { World } from './fuzz/world.ts';
import { runService } from './run-service.ts';
import type { UserService } from './run-service.ts';

const SEED = 1;
const CASES = 2000;
const OTHERS = ['python', 'rust'];
const blueprint = workshop();
const service = blueprint.system.services[0]!;
const contract = createContract({ blueprint, service });
const home = mkdtempSync(join(tmpdir(), 'microforge-twins-'));
// The crates of Rust may have to be compiled first.
const signal = AbortSignal.timeout(590_000);
const services = new Map<string, UserService>();
const missing = new Map<string, string>();

before(async () => {
  // Each has a twin of its own: of two databases alike, no other requests have come to one.
  const pairs = OTHERS.flatMap((name) => [
    { other: name, target: 'typescript' },
    { other: name, target: name },
  ]);
  for (const { other, target } of pairs) {
    const directory = join(home, `${other}-${target}`);
    await writeService(blueprint, directory, target);
    const env = {
      ...process.env,
      PORT: '0',
      DATABASE_FILE: join(home, `${other}-${target}.db`),
      RATE_LIMIT_PER_MINUTE: '10000000',
      LOG_LEVEL: 'warn',
    };
    const { value, diagnostics } = await runService({ directory, env, signal });
    if (value) services.set(`${other}-${target}`, value);
    for (const { code, message } of diagnostics) {
      assert.equal(code, 'verify/no-toolchain', message);
      missing.set(other, message);
    }
  }
});
after(async () => {
  await Promise.all([...services.values()].map((one) => one.stop()));
  rmSync(home, { recursive: true, force: true });
});

describe('services of one blueprint answer alike in every language', () => {
  for (const target of OTHERS) describe(target, () => alike(target));
});

/** What a service in TypeScript and one in another language answer to the same requests. */
function alike(target: string): void {
  it('requests made from the contract, valid and hostile', async (t) => {
    if (missing.has(target)) return t.skip(missing.get(target));
    const twins = connect(target);
    const api = readApi(contract.openapi);
    const validator = createValidator(api);
    const random = createRandom(SEED);
    const world = new World(api, twins, random.fork('world'));
    await world.signIn();
    for (const one of planCases(api, validator, random.fork('cases'), CASES)) {
      twins.clause = one.clause;
      await perform(world, one);
    }
    const by: Judge = { api, validator, alive: () => true };
    twins.clause = 'SP-4.5';
    for (const resource of world.resources) await fuzzSequence(world, by, resource);
    assert.ok(twins.requests >= CASES, `${twins.requests} requests`);
    judge(twins);
  });

  it('what the behaviour suite asks', async (t) => {
    if (missing.has(target)) return t.skip(missing.get(target));
    const twins = connect(target);
    const subject = createSubject(blueprint, service, contract);
    const session = new Session({
      url: urlOf(target, 'typescript'),
      subject,
      client: twins,
      signal,
      rounds: 1,
    });
    const failures: string[] = [];
    for (const [index, check] of collectChecks(behaviourGroups, subject).entries()) {
      // What measures time would measure two services; writers that take turns do not race.
      if (check.alone === true || check.name.endsWith(' writers')) continue;
      twins.clause = check.clause;
      const tester = session.tester((index + 1) * 100);
      await check
        .run(tester)
        .catch((error: unknown) => failures.push(`${check.name}: ${String(error)}`));
      await tester.settled();
    }
    assert.deepEqual(failures, []);
    assert.ok(twins.requests >= 1000, `${twins.requests} requests`);
    judge(twins);
  });

  it('or the difference is named with its clause', async (t) => {
    if (missing.has(target)) return t.skip(missing.get(target));
    const fault = { back: (passing: Passing) => void (passing.status = 403) };
    const proxy = await startFaultProxy(urlOf(target), fault);
    const twins = connect(target, proxy.url);
    twins.clause = 'SP-6.8';
    await twins.send({ method: 'GET', target: '/api/orders', headers: {} });
    twins.close();
    proxy.stop();
    const found = twins.differences.map(({ clause, asked, where }) => ({ clause, asked, where }));
    assert.deepEqual(found, [{ clause: 'SP-6.8', asked: 'GET /api/orders', where: 'status' }]);
  });
}

function connect(target: string, second = urlOf(target)): TwinClient {
  return new TwinClient([urlOf(target, 'typescript'), second], signal);
}

function urlOf(other: string, target = other): string {
  const { url } = services.get(`${other}-${target}`) ?? {};
  if (url === undefined) throw new Error(`There is no service in ${target}.`);
  return url;
}

function judge(twins: TwinClient): void {
  twins.close();
  assert.deepEqual(twins.differences.slice(0, 20), []);
}
