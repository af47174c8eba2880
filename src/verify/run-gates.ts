import { printable } from '#diagnostics';
import type { Gate, GateContext, GateResult } from './gate.ts';
import { skipped } from './gate-result.ts';
import { ServiceStartError } from './process/service-start-error.ts';
import { ToolchainMissing } from './toolchains/toolchain-missing.ts';
import type { GateReport } from './verification.ts';
import { verifyDiagnostics } from './verify.diagnostics.ts';

/** Something that happened to a gate, as it happens. */
export type GateEvent =
  | { readonly kind: 'started'; readonly gate: string; readonly title: string }
  | { readonly kind: 'progress'; readonly gate: string; readonly text: string }
  | { readonly kind: 'ended'; readonly gate: string; readonly report: GateReport };

/** What the gates share, and what each gets of its own. */
export interface GateRun {
  readonly gates: readonly Gate[];
  readonly signal: AbortSignal;
  /** How many gates run side by side. */
  readonly slots: number;
  /** Makes the context of one gate, and ends what the gate left running. */
  readonly open: (
    gate: Gate,
    signal: AbortSignal,
  ) => { readonly context: GateContext; readonly close: () => Promise<void> };
  onEvent(event: GateEvent): void;
  /** Whether the dependencies of the service are still being installed. */
  readonly installing?: () => boolean;
  /** Stop at the first red gate: the rest is skipped. */
  readonly stopAtFirst?: boolean;
}

/**
 * Runs gates in their order, several at once where they need nothing of each other; the reports come
 * back in that order. Rejects when the signal is aborted or a gate has a bug.
 */
export async function runGates(run: GateRun): Promise<readonly GateReport[]> {
  const gates = run.gates.toSorted((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
  const waiting = [...gates];
  const running = new Map<Gate, Promise<void>>();
  const reports = new Map<string, GateReport>();
  const stop = new AbortController();
  const signal = AbortSignal.any([run.signal, stop.signal]);
  const begin = (gate: Gate) => {
    waiting.splice(waiting.indexOf(gate), 1);
    const reason = whyNot(gate, reports, run);
    const work = runGate(gate, reason, { ...run, signal }).then((report) => {
      reports.set(gate.name, report);
      running.delete(gate);
    });
    running.set(gate, work);
  };
  try {
    while (waiting.length + running.size > 0) {
      run.signal.throwIfAborted();
      const next = nextGate(waiting, [...running.keys()], run.slots);
      if (next) begin(next);
      else if (running.size > 0) await Promise.race(running.values());
      else throw new Error(`Gates need each other: ${waiting.map((gate) => gate.name).join(', ')}`);
    }
  } finally {
    stop.abort();
    await Promise.allSettled(running.values());
  }
  return gates.flatMap((gate) => reports.get(gate.name) ?? []);
}

/** The first gate that may begin beside those running: not before what it needs, and a gate alone is alone. */
function nextGate(
  waiting: readonly Gate[],
  running: readonly Gate[],
  slots: number,
): Gate | undefined {
  if (running.length >= slots || running.some((gate) => gate.alone)) return undefined;
  const unfinished = new Set([...waiting, ...running].map((gate) => gate.name));
  const free = waiting.filter((gate) => !gate.needs?.some((name) => unfinished.has(name)));
  const next = free.find((gate) => !gate.alone);
  // A gate that measures comes last: it must not hold up the others while it waits for the machine.
  return next ?? (running.length === 0 ? free[0] : undefined);
}

function whyNot(
  gate: Gate,
  reports: ReadonlyMap<string, GateReport>,
  run: GateRun,
): string | undefined {
  for (const name of gate.needs ?? []) {
    const verdict = reports.get(name)?.verdict;
    if (verdict === 'failed' || verdict === 'skipped')
      return `${name} ${verdict === 'failed' ? 'failed' : 'was skipped'}`;
  }
  const red =
    run.stopAtFirst && [...reports.values()].find((report) => report.verdict === 'failed');
  return red ? `${red.name} failed` : undefined;
}

async function runGate(gate: Gate, reason: string | undefined, run: GateRun): Promise<GateReport> {
  run.onEvent({ kind: 'started', gate: gate.name, title: gate.title });
  const started = performance.now();
  const result = reason === undefined ? await guarded(gate, run) : skipped(reason);
  const durationMs = Math.round(performance.now() - started);
  const report = { name: gate.name, title: gate.title, ...result, durationMs };
  run.onEvent({ kind: 'ended', gate: gate.name, report });
  return report;
}

/** Holds a gate to its time, and gives the failures that are no bugs of ours their meaning. */
async function guarded(gate: Gate, run: GateRun): Promise<GateResult> {
  const seconds = gate.timeoutSeconds ?? 120;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(new Error('gate timeout')), seconds * 1000);
  const signal = AbortSignal.any([run.signal, timeout.signal]);
  const { context, close } = run.open(gate, signal);
  try {
    return await Promise.race([gate.run(context), aborted(signal)]);
  } catch (error) {
    run.signal.throwIfAborted();
    if (timeout.signal.aborted && run.installing?.()) {
      return skipped(
        `its packages could not be installed within ${seconds} s; check the network and the registry of packages, then run the command again`,
      );
    }
    if (timeout.signal.aborted) {
      const finding = verifyDiagnostics.create('gate-timeout', { gate: gate.name, seconds });
      return { verdict: 'failed', findings: [finding], summary: '' };
    }
    if (error instanceof ToolchainMissing) return skipped(error.message);
    if (error instanceof ServiceStartError) return notStarted(error);
    throw error;
  } finally {
    clearTimeout(timer);
    await close();
  }
}

/** A gate that ignores its signal must not hold us up. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

function notStarted(error: ServiceStartError): GateResult {
  const log = printable(error.data.log.trim().slice(-600), '\n') || 'nothing';
  const finding = verifyDiagnostics.create('not-started', { reason: error.message, log });
  return { verdict: 'failed', findings: [finding], summary: '' };
}
