import type { Diagnostic } from './diagnostic.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';

/**
 * The diagnostics as one JSON array on one line, sorted. Control characters beyond those which JSON
 * escapes itself (C1, bidirectional overrides) are escaped too: the text may end on a terminal.
 */
export function diagnosticsToJson(diagnostics: readonly Diagnostic[]): string {
  const rows = sortDiagnostics(diagnostics).map(({ code, severity, message, help, source }) => ({
    code,
    severity,
    message,
    help,
    ...(source === undefined ? {} : { source }),
  }));
  return JSON.stringify(rows).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
