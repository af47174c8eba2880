import type { Blueprint, Service } from '#blueprint';
import type { Contract } from '#contract';
import { behaviourGroups } from '../behaviour/groups.ts';
import { collectChecks } from '../checks/check.ts';
import { Untestable } from '../checks/failure.ts';
import { Session } from '../checks/session.ts';
import { createSubject } from '../checks/subject.ts';
import { readApi } from '../fuzz/api.ts';
import type { Judge } from '../fuzz/judge.ts';
import { perform } from '../fuzz/perform.ts';
import { planCases } from '../fuzz/plan-cases.ts';
import { createRandom } from '../fuzz/random.ts';
import { fuzzSequence } from '../fuzz/sequence.ts';
import { createValidator } from '../fuzz/validator.ts';
import { World } from '../fuzz/world.ts';
import type { TwinClient } from './twin-client.ts';

/** What twins are, and how to ask them. */
export interface TwinQuestions {
  readonly twins: TwinClient;
  readonly blueprint: Blueprint;
  readonly service: Service;
  readonly contract: Contract;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

/** A check that the first of the services does not pass. */
export interface FailedCheck {
  readonly clause: string;
  readonly check: string;
  readonly problem: string;
}

/** Asks services of a blueprint what the contract allows and what it does not: `cases` requests and more. */
export async function askContract(asked: TwinQuestions, cases: number): Promise<void> {
  const { twins, contract, signal } = asked;
  const api = readApi(contract.openapi);
  const validator = createValidator(api);
  const random = createRandom(asked.seed);
  const world = new World(api, twins, random.fork('world'));
  await world.signIn();
  for (const [index, one] of planCases(api, validator, random.fork('cases'), cases).entries()) {
    signal.throwIfAborted();
    if (index % 100 === 0) asked.onProgress(`${index}/${cases} requests of the contract`);
    twins.clause = one.clause;
    await perform(world, one);
  }
  const by: Judge = { api, validator, alive: () => true };
  twins.clause = 'SP-4.5';
  for (const resource of world.resources) await fuzzSequence(world, by, resource);
}

/** Asks services of a blueprint what the behaviour suite asks; gives the checks that the first, at `url`, does not pass. */
export async function askBehaviour(
  asked: TwinQuestions,
  url: string,
): Promise<readonly FailedCheck[]> {
  const { twins, signal } = asked;
  const subject = createSubject(asked.blueprint, asked.service, asked.contract);
  const session = new Session({ url, subject, client: twins, signal, rounds: 1 });
  const failures: FailedCheck[] = [];
  const checks = collectChecks(behaviourGroups, subject);
  for (const [index, check] of checks.entries()) {
    signal.throwIfAborted();
    if (index % 20 === 0) asked.onProgress(`${index}/${checks.length} checks of the behaviour`);
    // What measures time would measure several services; writers that take turns do not race.
    if (check.alone === true || check.name.endsWith(' writers')) continue;
    twins.clause = check.clause;
    const tester = session.tester((index + 1) * 100);
    try {
      await check.run(tester);
    } catch (error) {
      signal.throwIfAborted();
      const { clause, name } = check;
      if (!(error instanceof Untestable))
        failures.push({ clause, check: name, problem: String(error) });
    } finally {
      await tester.settled();
    }
  }
  return failures;
}
