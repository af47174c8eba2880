import type { SarifTool } from '#diagnostics';
import { REPORT_FOLDER } from '#files';
import type { Verification } from '../verification.ts';
import { junitXml } from './junit-xml.ts';
import { sarif } from './sarif.ts';
import { verificationJson } from './verification-json.ts';
import { verificationTable } from './verification-table.ts';

/**
 * The reports of a verification: path in the service's folder → text. They hold no times and no
 * measurements: the same service verified twice gives the same bytes.
 */
export function reportFiles(
  verification: Verification,
  tool: SarifTool,
): ReadonlyMap<string, string> {
  return new Map([
    [`${REPORT_FOLDER}/verification.json`, verificationJson(verification)],
    [`${REPORT_FOLDER}/junit.xml`, junitXml(verification)],
    [`${REPORT_FOLDER}/findings.sarif`, sarif(verification, tool)],
    [`${REPORT_FOLDER}/summary.txt`, verificationTable(verification, { measured: false })],
  ]);
}
