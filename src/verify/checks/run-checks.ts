import type { Finding, GateResult } from '../gate.ts';
import { gateResult } from '../gate-result.ts';
import type { Check } from './check.ts';
import { checkDiagnostics } from './checks.diagnostics.ts';
import { CheckFailure, Untestable } from './failure.ts';
import type { Session } from './session.ts';

/** How many checks run side by side. */
const SLOTS = 8;

/** Findings of one run at most: a service that answers nothing right needs no list of everything. */
const MOST_FINDINGS = 200;

/** Runs checks side by side, then those that measure; a check that fails is a finding. */
export async function runChecks(
  checks: readonly Check[],
  session: Session,
  progress: (text: string) => void,
): Promise<GateResult> {
  const findings: (readonly Finding[])[] = [];
  let done = 0;
  const runOne = async (check: Check) => {
    const index = checks.indexOf(check);
    findings[index] = await findingsOf(check, session, index);
    done += 1;
    if (done % 20 === 0) progress(`${done}/${checks.length} checks`);
  };
  const waiting = checks.filter((check) => !check.alone);
  const isDecided = () =>
    session.options.stopAtFirst === true &&
    (session.faults.length > 0 || findings.flat().some(({ severity }) => severity === 'error'));
  const worker = async (queue: Check[]) => {
    for (let check = queue.shift(); check && !isDecided(); check = queue.shift()) {
      session.options.signal.throwIfAborted();
      await runOne(check);
    }
  };
  await Promise.all(Array.from({ length: SLOTS }, () => worker(waiting)));
  await worker(checks.filter(({ alone }) => alone));
  const clauses = new Set(checks.map(({ clause }) => clause));
  const all = [...findings.flat(), ...faultsOf(session)];
  return gateResult(all.slice(0, MOST_FINDINGS), `${done} checks, ${clauses.size} clauses`);
}

async function findingsOf(
  check: Check,
  session: Session,
  index: number,
): Promise<readonly Finding[]> {
  const t = session.tester((index + 1) * 100);
  const { clause, name, source } = check;
  try {
    await check.run(t);
    return [];
  } catch (error) {
    session.options.signal.throwIfAborted();
    if (error instanceof Untestable) {
      const reason = error.message;
      return [
        { ...checkDiagnostics.create('no-example', { check: name, reason }, source), clause },
      ];
    }
    // An answer of an unexpected form may stop the check itself: that is the service's failure too.
    const problem =
      error instanceof CheckFailure ? error.message : `it went wrong: ${String(error)}`;
    const finding = checkDiagnostics.create(
      'check-failed',
      { clause, check: name, problem },
      source,
    );
    return [{ ...finding, clause, curl: session.journal.script(t.steps) }];
  } finally {
    await t.settled();
  }
}

function faultsOf(session: Session): readonly Finding[] {
  return session.faults.map(({ fault, asked, script, count }) => ({
    ...checkDiagnostics.create('answer-fault', { ...fault, asked, count }),
    clause: fault.clause,
    curl: script,
  }));
}
