import type { SarifTool } from '#diagnostics';

/** Who wrote a report, as SARIF names it; a test holds the version to that of the package. */
export const reportTool: SarifTool = { name: 'microforge', version: '0.1.0' };
