import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '#diagnostics';
import { MICROFORGE } from '#files';
import { cliDiagnostics } from './cli.diagnostics.ts';

/** Says that a folder holds no forged service at all, rather than one that is damaged; `shown`: as the user named it. */
export function noService(directory: string, shown: string): Diagnostic | undefined {
  if (existsSync(join(directory, MICROFORGE))) return undefined;
  return cliDiagnostics.create('no-service', { path: shown });
}
