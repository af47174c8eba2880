import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '#diagnostics';
import { filesDiagnostics } from './files.diagnostics.ts';
import { errorCode } from './io-diagnostic.ts';
import { BLUEPRINT_PATH } from './pristine-files.ts';

/** Reads the blueprint of a service, parsed but not checked: that is the blueprint module's work. */
export function readBlueprint(dir: string): Result<unknown> {
  const path = join(dir, BLUEPRINT_PATH);
  try {
    return { value: JSON.parse(readFileSync(path, 'utf8')) as unknown, diagnostics: [] };
  } catch (error) {
    const reason = errorCode(error) ?? (error instanceof Error ? error.message : String(error));
    const diagnostic = filesDiagnostics.create('blueprint-unreadable', { path, reason });
    return { value: undefined, diagnostics: [diagnostic] };
  }
}
