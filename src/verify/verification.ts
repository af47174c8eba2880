import type { GateResult } from './gate.ts';

/** `not fully verified`: nothing is red, but a gate was skipped. */
export type Verdict = 'verified' | 'failed' | 'not fully verified';

/** One gate of a verification. */
export interface GateReport extends GateResult {
  readonly name: string;
  readonly title: string;
  /** Wall time; like `measured`, it differs from run to run. */
  readonly durationMs: number;
}

/** What all gates together say about a service. */
export interface Verification {
  readonly verdict: Verdict;
  /** Why it is not fully verified: what this machine lacks. */
  readonly missing?: string;
  readonly service: string;
  readonly target: string;
  readonly seed: number;
  /** In the order of the gates, whatever ran first. */
  readonly gates: readonly GateReport[];
}

/** The verdict over gates: one that is red decides, then one that was skipped. */
export function verdictOf(gates: readonly Pick<GateResult, 'verdict'>[]): Verdict {
  if (gates.some((gate) => gate.verdict === 'failed')) return 'failed';
  return gates.every((gate) => gate.verdict === 'passed') ? 'verified' : 'not fully verified';
}

/** Why gates were skipped, each reason once; that one was skipped because of another says nothing new. */
export function missingIn(
  gates: readonly Pick<GateReport, 'name' | 'verdict' | 'reason'>[],
): string {
  const derived = new Set(gates.map(({ name }) => `${name} was skipped`));
  const reasons = gates.flatMap(({ verdict, reason }) =>
    verdict === 'skipped' && reason !== undefined && !derived.has(reason) ? [reason] : [],
  );
  return [...new Set(reasons)].join('; ');
}
