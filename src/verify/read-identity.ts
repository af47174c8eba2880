import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '#diagnostics';
import { verifyDiagnostics } from './verify.diagnostics.ts';

/** Which service of which target a folder holds. */
export interface ServiceIdentity {
  readonly target: string;
  readonly service: string;
}

/** Where a forged service says it: `{target, service}`. */
export const SERVICE_PATH = '.microforge/service.json';

/** Reads which service of which target a folder holds. */
export function readIdentity(directory: string): Result<ServiceIdentity> {
  const path = join(directory, SERVICE_PATH);
  const fail = (reason: string): Result<ServiceIdentity> => ({
    value: undefined,
    diagnostics: [verifyDiagnostics.create('service-unreadable', { path, reason })],
  });
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return fail(error instanceof SyntaxError ? 'it is no JSON' : 'it can not be read');
  }
  const { target, service } = Object(said) as { target?: unknown; service?: unknown };
  if (typeof target !== 'string' || typeof service !== 'string') return fail('a part is missing');
  return { value: { target, service }, diagnostics: [] };
}
