import type { Finding, GateResult } from './gate.ts';

/** The result of a gate that did its work: red when a finding is an error. */
export function gateResult(
  findings: readonly Finding[],
  summary: string,
  measured?: Readonly<Record<string, number>>,
): GateResult {
  return {
    verdict: findings.some((finding) => finding.severity === 'error') ? 'failed' : 'passed',
    findings,
    summary,
    ...(measured !== undefined && { measured }),
  };
}

/** The result of a gate that could not do its work. */
export function skipped(reason: string): GateResult {
  return { verdict: 'skipped', reason, findings: [], summary: '' };
}
