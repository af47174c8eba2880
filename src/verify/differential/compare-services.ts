import { canonicalJson } from '#blueprint';
import { createContract } from '#contract';
import type { Diagnostic, Result } from '#diagnostics';
import { checkDiagnostics } from '../checks/checks.diagnostics.ts';
import { curlOf } from '../fuzz/curl.ts';
import type { Finding, Gate } from '../gate.ts';
import { openSession } from '../open-session.ts';
import { fatalLine } from '../process/fatal-line.ts';
import { ServiceStartError } from '../process/service-start-error.ts';
import { readService } from '../read-service.ts';
import { toolchainRegistry } from '../toolchains/registry.gen.ts';
import { ToolchainMissing } from '../toolchains/toolchain-missing.ts';
import { verifyDiagnostics } from '../verify.diagnostics.ts';
import { askGiven } from './ask-given.ts';
import { askBehaviour, askContract, type FailedCheck } from './ask-twins.ts';
import { differentialDiagnostics } from './differential.diagnostics.ts';
import { type Difference, type Twin, TwinClient } from './twin-client.ts';

/** Which services to compare, and how. */
export interface CompareOptions {
  /** The roots of forged services; the others are held against the first. */
  readonly directories: readonly [string, ...string[]];
  /** The same seed makes the same requests. */
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (text: string) => void;
}

/** What was asked of all of them, and where they differ. */
export interface Comparison {
  readonly targets: readonly string[];
  readonly requests: number;
  /** Each difference once, with the clause of the profile that it breaks. */
  readonly findings: readonly Finding[];
}

/** Requests at least. */
const REQUESTS = 2000;
/** Findings at most. */
const MOST = 100;

/** Only its name is ever shown. */
const STEP: Gate = {
  name: 'compare',
  title: 'comparison',
  order: 0,
  run: () => Promise.reject(new Error('A comparison is no gate.')),
};

/**
 * Starts services of one blueprint, each on a database of its own, and sends the same requests to all of
 * them, valid and hostile: status, headers that the profile names, and bodies must be the same.
 */
export async function compareServices(options: CompareOptions): Promise<Result<Comparison>> {
  const { signal, seed, onProgress = () => undefined } = options;
  const members = await Promise.all(options.directories.map(readMember));
  const problems = members.flatMap(({ diagnostics }) => diagnostics);
  const [first, ...others] = members.flatMap(({ value }) => value ?? []);
  if (!first || problems.length > 0) return { value: undefined, diagnostics: problems };
  for (const other of others)
    if (canonicalJson(other.forged.blueprint) !== canonicalJson(first.forged.blueprint))
      return failed(
        differentialDiagnostics.create('different-blueprints', {
          first: first.directory,
          other: other.directory,
        }),
      );
  const { blueprint, service } = first.forged;
  const contract = createContract({ blueprint, service });
  const opened = [first, ...others].map(({ directory, forged, toolchain }) => {
    const given = { directory, forged, contract, toolchain, seed, env: process.env, signal };
    const session = openSession({ ...given, onProgress: () => undefined });
    return { session, target: forged.target, ...session.open(STEP, signal) };
  });
  const running: Twin[] = [];
  try {
    for (const { context, target: name } of opened) {
      onProgress(`starting ${name}`);
      const { url } = await context.start();
      running.push({ name, url });
    }
    const [one, ...rest] = running;
    if (!one) throw new Error('There is a first service.');
    const twins = new TwinClient([one, ...rest], signal);
    const asked = { twins, blueprint, service, contract, seed, signal, onProgress };
    try {
      const failures = service.document
        ? await askGiven(asked, REQUESTS).then(() => [])
        : await askContract(asked, REQUESTS).then(() => askBehaviour(asked, one.url));
      const findings = [...differences(one.name, twins.differences), ...failures.map(failure)];
      const targets = running.map(({ name }) => name);
      return { value: { targets, requests: twins.requests, findings }, diagnostics: [] };
    } finally {
      twins.close();
    }
  } catch (error) {
    signal.throwIfAborted();
    return failed(cannotRun(error, opened[running.length]?.target ?? ''));
  } finally {
    await Promise.all(opened.map(({ close }) => close()));
    await Promise.all(opened.map(({ session }) => session.close()));
  }
}

async function readMember(directory: string) {
  const { value: forged, diagnostics } = await readService(directory);
  if (!forged) return { value: undefined, diagnostics };
  const { target } = forged;
  const toolchain = await toolchainRegistry.find(({ name }) => name === target)?.load();
  if (toolchain) return { value: { directory, forged, toolchain }, diagnostics: [] };
  return failed(verifyDiagnostics.create('unknown-target', { path: directory, target }));
}

function failed(problem: Diagnostic): Result<never> {
  return { value: undefined, diagnostics: [problem] };
}

/** Why a service could not be started; anything else is a bug of ours. */
function cannotRun(error: unknown, target: string): Diagnostic {
  if (error instanceof ToolchainMissing)
    return verifyDiagnostics.create('no-toolchain', { target, reason: error.message });
  if (error instanceof ServiceStartError)
    return verifyDiagnostics.create('not-started', {
      reason: error.message,
      log: fatalLine(error.data.log),
    });
  throw error;
}

/** Findings of what differs: the same place in the answers to the same operation once. */
function differences(first: string, all: readonly Difference[]): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const { clause, request, other, where, ...values } of all) {
    const asked = `${request.method} ${request.target.slice(0, 200)}`;
    const place = [clause, other, where, request.method, request.target.split('?', 1)[0]].join(' ');
    if (found.has(place) || found.size >= MOST) continue;
    const said = `${values.first} and ${values.second}`;
    const about = { first, other, asked, where, values: said };
    const finding = differentialDiagnostics.create('different-answer', about);
    found.set(place, { ...finding, clause, curl: curlOf(request, new Map()) });
  }
  return [...found.values()];
}

/** What the first service itself does wrong. */
function failure(failed: FailedCheck): Finding {
  return { ...checkDiagnostics.create('check-failed', { ...failed }), clause: failed.clause };
}
