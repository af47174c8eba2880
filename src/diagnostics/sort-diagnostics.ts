import type { Diagnostic } from './diagnostic.ts';

/**
 * A new array ordered by document, line, column and code; those with no place come first, equals
 * keep their order. Texts compare by code unit: the same order under every locale.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.source?.document ?? '', b.source?.document ?? '') ||
      (a.source?.line ?? 0) - (b.source?.line ?? 0) ||
      (a.source?.column ?? 0) - (b.source?.column ?? 0) ||
      compareText(a.code, b.code),
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
