export type { Diagnostic, Severity } from './diagnostic.ts';
export type { SourceSpan } from './source-span.ts';
export type { Result } from './result.ts';
export { defineDiagnostics } from './define-diagnostics.ts';
export type {
  DiagnosticDefinition,
  DiagnosticDescription,
  DiagnosticParams,
  DiagnosticSet,
  DiagnosticTable,
} from './define-diagnostics.ts';
export { diagnosticsToJson } from './diagnostics-to-json.ts';
export { diagnosticsToSarif } from './diagnostics-to-sarif.ts';
export type { SarifTool } from './diagnostics-to-sarif.ts';
export { hasErrors } from './has-errors.ts';
export { printable } from './printable.ts';
export { renderDiagnostics } from './render-diagnostics.ts';
export type { RenderOptions } from './render-diagnostics.ts';
export { sortDiagnostics } from './sort-diagnostics.ts';
