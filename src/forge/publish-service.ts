import { canonicalChunks } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import { hasErrors } from '#diagnostics';
import {
  currentReader,
  discard,
  planUpdate,
  publish,
  REPORT_FOLDER,
  stage,
  stageUpdate,
  writeConflicts,
} from '#files';
import type { Staging, UpdatePlan } from '#files';
import type { Verification } from '#verify';
import type { Forged, ForgeEvent, ForgeRequest } from './forge.ts';
import { forgeDiagnostics } from './forge.diagnostics.ts';
import { compareVersions } from './compare-versions.ts';
import { stageReports } from './stage-reports.ts';
import type { Generated } from './generate.ts';
import { updateSummary } from './update-summary.ts';
import type { VersionThere } from './version-there.ts';

/** Of what is in the folder, that which no gate reads: it need not be copied for them. */
const notForGates = ['.git', '.venv', 'data', 'node_modules', 'target', REPORT_FOLDER];

/** What became of one service: all but its name. */
export type PublishedService = Pick<
  Forged,
  'outcome' | 'conflicts' | 'verification' | 'update' | 'diagnostics'
>;

/** Stages, verifies and publishes one generated service. */
export async function publishService(
  generated: Generated,
  there: VersionThere,
  request: ForgeRequest,
  onEvent: (event: ForgeEvent) => void,
): Promise<PublishedService> {
  const { directory, previous } = there;
  const diagnostics: Diagnostic[] = [];
  const base = { diagnostics };
  const refused: PublishedService = { ...base, outcome: 'refused' };
  if (hasErrors(generated.diagnostics)) return refused;

  const staged = prepare(generated, there, request, diagnostics);
  if (!staged) return refused;
  if ('conflicts' in staged) return { ...refused, conflicts: staged.conflicts };
  const { staging, plan } = staged;
  const summary = async () =>
    previous && {
      update: updateSummary(plan, previous, await compareVersions(previous.files, generated.files)),
    };
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
        return { ...refused, verification, ...(await summary()) };
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
    const outcome = done.value ?? 'refused';
    return { ...base, outcome, ...(verification && { verification }), ...(await summary()) };
  } finally {
    if (!published) discard(staging);
  }
}

/** A version that can be published, or the side files that say why it can't. */
type Prepared =
  | { readonly staging: Staging; readonly plan: UpdatePlan }
  | { readonly conflicts: readonly string[] };

function prepare(
  { files }: Generated,
  { directory, pristine }: VersionThere,
  { blueprint }: ForgeRequest,
  diagnostics: Diagnostic[],
): Prepared | undefined {
  const staging = stage(directory);
  diagnostics.push(...staging.diagnostics);
  if (!staging.value) return undefined;
  const plan = planUpdate({ base: pristine, next: files, readCurrent: currentReader(directory) });
  diagnostics.push(...plan.diagnostics);
  if (hasErrors(plan.diagnostics)) {
    const written = writeConflicts(directory, plan, pristine);
    diagnostics.push(...written.diagnostics);
    discard(staging.value);
    return { conflicts: written.value ?? [] };
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
