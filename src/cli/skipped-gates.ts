import type { Diagnostic } from '#diagnostics';
import { cliDiagnostics } from './cli.diagnostics.ts';

/** The option by which somebody says that gates which could not run are no finding. */
export const allowSkipped = {
  type: 'boolean',
  description: 'exit 0 although gates were skipped (a toolchain is missing, say); default: 1',
} as const;

/** Verified by some gates only: a finding, since a pipeline would take an exit code of 0 for green. */
export function skippedGates(
  verification: { service: string; target: string; verdict: string; missing?: string } | undefined,
): readonly Diagnostic[] {
  if (verification?.verdict !== 'not fully verified') return [];
  const { service, target, missing = 'a gate was skipped' } = verification;
  return [cliDiagnostics.create('not-fully-verified', { service, target, missing })];
}
