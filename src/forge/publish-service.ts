import { canonicalChunks } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import { hasErrors } from '#diagnostics';
import {
  currentReader,
  discard,
  planUpdate,
  publish,
  readPristine,
  recover,
  REPORT_FOLDER,
  stage,
  stageUpdate,
  writeConflicts,
} from '#files';
import type { Staging, UpdatePlan } from '#files';
import type { Verification } from '#verify';
import type { Forged, ForgeEvent, ForgeRequest } from './forge.ts';
import { forgeDiagnostics } from './forge.diagnostics.ts';
import { changedMigrations } from './changed-migrations.ts';
import { serviceThere } from './service-there.ts';
import { stageReports } from './stage-reports.ts';
import type { Generated } from './generate.ts';

/** Of what is in the folder, that which no gate reads: it need not be copied for them. */
const notForGates = ['.git', 'data', 'node_modules', REPORT_FOLDER];

/** Stages, verifies and publishes one generated service. */
export async function publishService(
  generated: Generated,
  directory: string,
  request: ForgeRequest,
  onEvent: (event: ForgeEvent) => void,
): Promise<Forged> {
  const diagnostics: Diagnostic[] = [...generated.diagnostics];
  const base = {
    service: generated.service.name,
    target: generated.target,
    directory,
    files: generated.files.length,
    diagnostics,
  };
  const refused: Forged = { ...base, outcome: 'refused' };

  const staged = prepare(generated, directory, request, diagnostics);
  if (!staged) return refused;
  if ('conflicts' in staged) return { ...refused, conflicts: staged.conflicts };
  const { staging, plan } = staged;
  let published = false;
  try {
    let verification: Verification | undefined;
    if (request.verify) {
      verification = await verifyStaged(staging, request, diagnostics, onEvent);
      if (!verification) return refused;
      if (verification.verdict === 'failed') {
        const red = verification.gates
          .filter((gate) => gate.verdict === 'failed')
          .map((gate) => gate.name);
        diagnostics.push(
          forgeDiagnostics.create('not-published', { path: directory, gates: red.join(', ') }),
        );
        return { ...refused, verification };
      }
    }
    published = true;
    onEvent({ kind: 'stage', name: 'publish', state: 'started' });
    const done = await publish(staging, plan, {
      replaces: verification ? await stageReports(staging, verification) : [REPORT_FOLDER],
    });
    diagnostics.push(...done.diagnostics);
    onEvent({
      kind: 'stage',
      name: 'publish',
      state: done.value ? 'ended' : 'failed',
      detail: done.value ?? '',
    });
    return { ...base, outcome: done.value ?? 'refused', ...(verification && { verification }) };
  } finally {
    if (!published) discard(staging);
  }
}

/** A version that can be published, or the side files that say why it can't. */
type Prepared =
  | { readonly staging: Staging; readonly plan: UpdatePlan }
  | { readonly conflicts: readonly string[] };

function prepare(
  { files, service }: Generated,
  directory: string,
  { blueprint }: ForgeRequest,
  diagnostics: Diagnostic[],
): Prepared | undefined {
  const recovered = recover(directory);
  diagnostics.push(...recovered.diagnostics);
  if (!recovered.value) return undefined;
  const there = serviceThere(directory);
  if (there !== undefined && there !== service.name) {
    const named = { path: directory, there, service: service.name };
    diagnostics.push(forgeDiagnostics.create('other-service', named));
    return undefined;
  }
  const staging = stage(directory);
  diagnostics.push(...staging.diagnostics);
  if (!staging.value) return undefined;
  const pristine = staging.value.hasPrevious
    ? readPristine(directory)
    : { value: undefined, diagnostics: [] };
  diagnostics.push(...pristine.diagnostics);
  const plan = planUpdate({
    base: pristine.value,
    next: files,
    readCurrent: currentReader(directory),
  });
  diagnostics.push(...plan.diagnostics);
  if (hasErrors(plan.diagnostics)) {
    const written = writeConflicts(directory, plan, pristine.value);
    diagnostics.push(...written.diagnostics);
    discard(staging.value);
    return { conflicts: written.value ?? [] };
  }
  const migrations = changedMigrations(pristine.value, files, plan);
  if (migrations.length > 0) {
    const named = { files: migrations.join(', ') };
    diagnostics.push(forgeDiagnostics.create('database-changes', named));
  }
  const filled = stageUpdate(staging.value, plan, {
    blueprint: canonicalChunks(blueprint),
    leaveOut: notForGates,
  });
  diagnostics.push(...filled.diagnostics);
  if (filled.value) return { staging: filled.value, plan };
  discard(staging.value);
  return undefined;
}

async function verifyStaged(
  staging: Staging,
  request: ForgeRequest,
  diagnostics: Diagnostic[],
  onEvent: (event: ForgeEvent) => void,
): Promise<Verification | undefined> {
  // Forging without gates need not load any of it.
  const { verifyService } = await import('#verify');
  const { value, diagnostics: problems } = await verifyService({
    directory: staging.dir,
    signal: request.signal,
    onEvent: (gate) => onEvent({ kind: 'gate', gate }),
    ...(request.seed !== undefined && { seed: request.seed }),
  });
  diagnostics.push(...problems);
  return value;
}
