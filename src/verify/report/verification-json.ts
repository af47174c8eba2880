import { canonicalJson } from '#blueprint';
import type { Verification } from '../verification.ts';

/**
 * `verification.json`: canonical, and the same bytes for the same service and seed. What was measured is left
 * out: it would make every forge of the same requirements different.
 */
export function verificationJson(verification: Verification): string {
  const { verdict, missing, service, target, seed, gates } = verification;
  return canonicalJson({
    formatVersion: 1,
    verdict,
    missing,
    service,
    target,
    seed,
    gates: gates.map((gate) => ({ ...gate, durationMs: undefined, measured: undefined })),
  });
}
