import type { Diagnostic } from './diagnostic.ts';

/** True when at least one diagnostic stops the work. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
