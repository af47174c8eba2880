import { parseBlueprint } from '#blueprint';
import type { Blueprint, Service } from '#blueprint';
import type { Result } from '#diagnostics';
import { readBlueprint } from '#files';
import { readIdentity } from './read-identity.ts';
import { verifyDiagnostics } from './verify.diagnostics.ts';

/** What a forged service says about itself in `.microforge/`. */
export interface ForgedService {
  readonly target: string;
  readonly blueprint: Blueprint;
  readonly service: Service;
}

/** Reads what a service's folder says it is, and the blueprint that made it. */
export async function readService(directory: string): Promise<Result<ForgedService>> {
  const { value: identity, diagnostics } = readIdentity(directory);
  if (!identity) return { value: undefined, diagnostics };
  const json = readBlueprint(directory);
  if (json.value === undefined) return { value: undefined, diagnostics: json.diagnostics };
  const { value: blueprint, diagnostics: problems } = await parseBlueprint(json.value);
  if (!blueprint) return { value: undefined, diagnostics: problems };
  const { target, service: name } = identity;
  const service = blueprint.system.services.find((candidate) => candidate.name === name);
  if (service) return { value: { target, blueprint, service }, diagnostics: [] };
  const unknown = verifyDiagnostics.create('unknown-service', { path: directory, service: name });
  return { value: undefined, diagnostics: [unknown] };
}
