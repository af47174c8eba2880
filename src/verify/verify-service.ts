import { createContract } from '#contract';
import type { Result } from '#diagnostics';
import type { Gate } from './gate.ts';
import { openSession } from './open-session.ts';
import { readService } from './read-service.ts';
import { gateRegistry } from './registry.gen.ts';
import { type GateEvent, runGates } from './run-gates.ts';
import { toolchainRegistry } from './toolchains/registry.gen.ts';
import { missingIn, verdictOf, type Verification } from './verification.ts';
import { verifyDiagnostics } from './verify.diagnostics.ts';

/** What to verify, and how. */
export interface VerifyOptions {
  /** The root of a forged service. */
  readonly directory: string;
  /** Names of the gates to run; all when not given, but for those that run only where they are asked for. */
  readonly gates?: readonly string[];
  /** Names of gates to run as well. */
  readonly extra?: readonly string[];
  /** The same seed makes the same requests; 1 when not given. */
  readonly seed?: number;
  readonly signal: AbortSignal;
  readonly onEvent?: (event: GateEvent) => void;
  /** Ends at the first red gate, and the suites at their first error; the gates after it are skipped. */
  readonly stopAtFirst?: boolean;
  /** How many gates run side by side; 2 when not given. */
  readonly slots?: number;
}

/**
 * Runs the gates on a generated service. Every process it starts has ended and every temporary file is
 * gone when it settles. Rejects when the signal is aborted, and when a gate has a bug.
 */
export async function verifyService(options: VerifyOptions): Promise<Result<Verification>> {
  const { value: forged, diagnostics } = await readService(options.directory);
  if (!forged) return { value: undefined, diagnostics };
  const gates = await loadGates(options.gates, options.extra ?? []);
  if (!gates.value) return { value: undefined, diagnostics: gates.diagnostics };
  const { target, blueprint, service } = forged;
  const toolchain = await toolchainRegistry.find(({ name }) => name === target)?.load();
  if (!toolchain) {
    const unknown = verifyDiagnostics.create('unknown-target', { path: options.directory, target });
    return { value: undefined, diagnostics: [unknown] };
  }
  const seed = options.seed ?? 1;
  const onEvent = options.onEvent ?? (() => undefined);
  const session = openSession({
    directory: options.directory,
    forged,
    contract: createContract({ blueprint, service }),
    toolchain,
    seed,
    env: process.env,
    signal: options.signal,
    stopAtFirst: options.stopAtFirst ?? false,
    onProgress: (gate, text) => onEvent({ kind: 'progress', gate, text }),
  });
  try {
    const reports = await runGates({
      gates: gates.value,
      signal: options.signal,
      slots: options.slots ?? 2,
      open: session.open,
      installing: session.installing,
      onEvent,
      stopAtFirst: options.stopAtFirst ?? false,
    });
    const verdict = verdictOf(reports);
    const missing = verdict === 'not fully verified' && { missing: missingIn(reports) };
    return {
      value: { verdict, ...missing, service: service.name, target, seed, gates: reports },
      diagnostics: [],
    };
  } finally {
    await session.close();
  }
}

/** The gates by name, or all that run unasked; and the extra ones. */
async function loadGates(
  names: readonly string[] | undefined,
  extra: readonly string[],
): Promise<Result<readonly Gate[]>> {
  const asked = [...(names ?? []), ...extra];
  const known = gateRegistry.map(({ name }) => name);
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const diagnostics = unknown.map((gate) =>
      verifyDiagnostics.create('unknown-gate', { gate, known: known.join(', ') }),
    );
    return { value: undefined, diagnostics };
  }
  const chosen = gateRegistry.filter(({ name }) => !names || asked.includes(name));
  const gates = await Promise.all(chosen.map((gate) => gate.load()));
  const value = gates.filter(({ name, optional }) => !optional || asked.includes(name));
  return { value, diagnostics: [] };
}
