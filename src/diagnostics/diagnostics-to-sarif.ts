import type { Diagnostic, Severity } from './diagnostic.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';
import type { SourceSpan } from './source-span.ts';

/** Who found the diagnostics, for the `tool.driver` of the report. */
export interface SarifTool {
  readonly name: string;
  readonly version: string;
  readonly informationUri?: string;
}

/**
 * The diagnostics as a SARIF 2.1.0 log (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which
 * code hosts and editors read. The same diagnostics give the same bytes: sorted, no time, no machine.
 */
export function diagnosticsToSarif(diagnostics: readonly Diagnostic[], tool: SarifTool): string {
  const sorted = sortDiagnostics(diagnostics);
  const rules = [
    ...new Map(sorted.map((diagnostic) => [diagnostic.code, diagnostic])).values(),
  ].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const indexes = new Map(rules.map(({ code }, index) => [code, index]));
  const log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            ...tool,
            rules: rules.map(({ code, severity, help }) => ({
              id: code,
              defaultConfiguration: { level: LEVELS[severity] },
              help: { text: help },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: sorted.map(({ code, severity, message, help, source }) => ({
          ruleId: code,
          ruleIndex: indexes.get(code),
          level: LEVELS[severity],
          message: { text: message },
          ...(source !== undefined && { locations: [location(source)] }),
          properties: { help },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

function location({ document, line, column, endLine, endColumn }: SourceSpan): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(document) },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

/** A relative path becomes a relative reference (RFC 3986), a URL stays one. */
function toUri(document: string): string {
  const text = document.toWellFormed();
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return encodeURI(text);
  return text.split(/[\\/]/).map(encodeURIComponent).join('/');
}
