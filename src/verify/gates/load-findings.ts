import type { Finding } from '../gate.ts';
import { gatesDiagnostics } from './gates.diagnostics.ts';

/** Far more than a healthy service needs on a slow machine: this is for what is broken, not for records. */
const SLOW_MS = 1000;

/** What is wrong with a service that answered `sent` requests like this. */
export function loadFindings(
  sent: number,
  failures: readonly string[],
  p99Ms: number,
): readonly Finding[] {
  const findings: Finding[] = [];
  const [first] = failures;
  if (first !== undefined) {
    const failed = failures.length;
    findings.push(gatesDiagnostics.create('load-errors', { failed, sent, first }));
  }
  if (p99Ms > SLOW_MS) findings.push(gatesDiagnostics.create('load-slow', { limit: SLOW_MS }));
  return findings;
}
