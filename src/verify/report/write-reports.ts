import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SarifTool } from '#diagnostics';
import type { Verification } from '../verification.ts';
import { reportFiles } from './report-files.ts';

/** Writes the reports into a service's folder, each by one rename: a reader never sees half of one. */
export function writeReports(directory: string, verification: Verification, tool: SarifTool): void {
  for (const [path, text] of reportFiles(verification, tool)) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }
}
