import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_FOLDER } from '#files';
import type { Staging } from '#files';
import type { Verification } from '#verify';

/**
 * Puts the reports of a verification into the staging folder, so that they are published with what they
 * are about. Gives the paths that they replace: none if the same reports are there already.
 */
export async function stageReports(
  staging: Staging,
  verification: Verification,
): Promise<readonly string[]> {
  const { reportFiles, reportTool, writeReports } = await import('#verify');
  const files = [...reportFiles(verification, reportTool)];
  const isThere = files.every(([path, text]) => readText(join(staging.outDir, path)) === text);
  if (isThere) return [];
  writeReports(staging.dir, verification, reportTool);
  return [REPORT_FOLDER];
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
