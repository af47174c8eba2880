import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '#diagnostics';
import { readPristine, recover } from '#files';
import type { Pristine } from '#files';
import type { PreviousVersion } from '#targets';
import { forgeDiagnostics } from './forge.diagnostics.ts';
import type { Job } from './generate.ts';
import { identityThere } from './identity-there.ts';
import { readMigrations } from './read-migrations.ts';

/** What a folder holds before a service is forged into it. */
export interface VersionThere {
  readonly directory: string;
  /** What was generated last time; undefined if nothing was, or nobody knows. */
  readonly pristine?: Pristine;
  /** Absent for a new service. */
  readonly previous?: PreviousVersion;
}

/**
 * Looks at the folder that a job forges into, after repairing what an interrupted publication left.
 * `value` is undefined if the folder is not for this service: it stays as it is.
 */
export function versionThere(
  directory: string,
  { service, target }: Job,
): { readonly value: VersionThere | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const recovered = recover(directory);
  diagnostics.push(...recovered.diagnostics);
  if (!recovered.value) return { value: undefined, diagnostics };
  if (!existsSync(join(directory, '.microforge'))) return { value: { directory }, diagnostics };
  const there = identityThere(directory);
  if (there.service !== undefined && there.service !== service.name) {
    const named = { path: directory, there: there.service, service: service.name };
    diagnostics.push(forgeDiagnostics.create('other-service', named));
    return { value: undefined, diagnostics };
  }
  if (there.target !== undefined && there.target !== target.name) {
    const named = { path: directory, there: there.target, target: target.name };
    diagnostics.push(forgeDiagnostics.create('other-target', named));
    return { value: undefined, diagnostics };
  }
  const { value: pristine, diagnostics: problems } = readPristine(directory);
  diagnostics.push(...problems);
  const onDisk = readMigrations(directory);
  const known = new Set(pristine?.files.map(({ path }) => path));
  // Without the pristine copy what lies there is the best that is known of what was published.
  const previous: PreviousVersion = pristine
    ? { files: pristine.files, added: onDisk.filter(({ path }) => !known.has(path)) }
    : { files: onDisk, added: [] };
  return { value: { directory, previous, ...(pristine && { pristine }) }, diagnostics };
}
