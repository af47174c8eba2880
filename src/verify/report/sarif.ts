import { type Diagnostic, diagnosticsToSarif, type SarifTool } from '#diagnostics';
import type { Verification } from '../verification.ts';

/** All findings as SARIF 2.1.0; clause and curl are part of the help. */
export function sarif({ gates }: Verification, tool: SarifTool): string {
  const diagnostics = gates.flatMap(({ findings }) =>
    findings.map(({ code, severity, message, help, source, clause, curl }): Diagnostic => {
      const parts = [help, clause && `Clause ${clause} of the service profile.`, curl];
      const text = parts.filter((part) => part !== undefined).join('\n');
      return { code, severity, message, help: text, ...(source && { source }) };
    }),
  );
  return diagnosticsToSarif(diagnostics, tool);
}
