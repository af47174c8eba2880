import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Blueprint, Service } from '#blueprint';
import type { Result } from '#diagnostics';
import { readBlueprint } from '#files';
import { verifyDiagnostics } from './verify.diagnostics.ts';

/** What a forged service says about itself in `.microforge/`. */
export interface ForgedService {
  readonly target: string;
  readonly blueprint: Blueprint;
  readonly service: Service;
}

/** Where it says of which target it is, and which service of the blueprint: `{target, service}`. */
export const SERVICE_PATH = '.microforge/service.json';

/** Reads what a service's folder says it is. */
export function readService(directory: string): Result<ForgedService> {
  const { value: json, diagnostics } = readBlueprint(directory);
  if (json === undefined) return { value: undefined, diagnostics };
  const path = join(directory, SERVICE_PATH);
  const fail = (reason: string): Result<ForgedService> => ({
    value: undefined,
    diagnostics: [verifyDiagnostics.create('service-unreadable', { path, reason })],
  });
  let said: { target?: unknown; service?: unknown };
  try {
    said = JSON.parse(readFileSync(path, 'utf8')) as typeof said;
  } catch (error) {
    return fail(error instanceof SyntaxError ? 'it is no JSON' : 'it can not be read');
  }
  const { target, service: name } = said;
  if (typeof target !== 'string' || typeof name !== 'string') return fail('a part is missing');
  const blueprint = json as Blueprint;
  const service = blueprint.system.services.find((candidate) => candidate.name === name);
  if (service) return { value: { target, blueprint, service }, diagnostics: [] };
  const unknown = verifyDiagnostics.create('unknown-service', { path: directory, service: name });
  return { value: undefined, diagnostics: [unknown] };
}
