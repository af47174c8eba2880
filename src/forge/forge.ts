import { checkBlueprint } from '#blueprint';
import type { Blueprint } from '#blueprint';
import { hasErrors } from '#diagnostics';
import type { Diagnostic } from '#diagnostics';
import type { GeneratedFile } from '#files';
import { loadProcesses } from '#process';
import type { GateEvent, Verification } from '#verify';
import { forgeDiagnostics } from './forge.diagnostics.ts';
import { folderOf, generate, jobsOf } from './generate.ts';
import type { Job } from './generate.ts';
import { publishService } from './publish-service.ts';
import { selectTargets } from './select-targets.ts';
import type { UpdateSummary } from './update-summary.ts';
import { versionThere } from './version-there.ts';

/** What to forge, and where to. */
export interface ForgeRequest {
  readonly blueprint: Blueprint;
  readonly outDir: string;
  /** As in `--target`: names separated by commas. */
  readonly targets: string;
  /** False: publish without running the gates. */
  readonly verify: boolean;
  /** True: migrations drop what the requirements no longer name, instead of keeping it aside. */
  readonly dropData?: boolean;
  /** Only the service of this name, and into `outDir` itself. */
  readonly service?: string;
  readonly seed?: number;
  readonly signal: AbortSignal;
}

/** What became of one service. */
export interface Forged {
  readonly service: string;
  readonly target: string;
  readonly directory: string;
  readonly files: number;
  /** `refused`: what was in the folder is untouched. */
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'refused';
  /** Of a merge that needs its user: the side files, within the folder, that hold both versions. */
  readonly conflicts?: readonly string[];
  readonly verification?: Verification;
  /** Absent for a new service. */
  readonly update?: UpdateSummary;
  readonly diagnostics: readonly Diagnostic[];
}

/** Something that happened on the way, as it happens; what is about one of several services says whose it is. */
export type ForgeEvent = (
  | {
      readonly kind: 'stage';
      readonly name: string;
      readonly state: 'started' | 'ended' | 'failed';
      readonly detail?: string;
    }
  | { readonly kind: 'gate'; readonly gate: GateEvent }
) & { readonly of?: Pick<Forged, 'service' | 'target'> };

/**
 * Forges every service of a blueprint for every target: generate, stage, verify, publish. What was in a
 * folder stays as it was unless the new version is complete and every gate that ran is green.
 */
export async function forge(
  request: ForgeRequest,
  onEvent: (event: ForgeEvent) => void = () => undefined,
): Promise<{ readonly services: readonly Forged[]; readonly diagnostics: readonly Diagnostic[] }> {
  const targets = await selectTargets(request.targets);
  if (!targets.value) return { services: [], diagnostics: targets.diagnostics };
  // Whoever made the blueprint: targets rely on it.
  const senseless = checkBlueprint(request.blueprint);
  if (hasErrors(senseless)) return { services: [], diagnostics: senseless };
  const { blueprint, outDir, dropData = false } = request;
  const all = jobsOf(blueprint, targets.value);
  const jobs = all.filter(({ service }) => [service.name, undefined].includes(request.service));
  if (jobs.length === 0) return { services: [], diagnostics: [...senseless, missing(request)] };
  onEvent({ kind: 'stage', name: 'generate', state: 'started' });
  const processes = await processesOf(blueprint, jobs);
  const prepared = jobs.map((job) => {
    const directory = request.service === undefined ? folderOf(job, all, outDir) : outDir;
    const there = versionThere(directory, job);
    const previous = there.value?.previous;
    const generated =
      there.value &&
      generate(
        blueprint,
        job,
        { dropData, ...(previous && { previous }) },
        processes.get(job.service.id),
      );
    return { job, directory, there, generated };
  });
  const count = prepared.reduce((sum, { generated }) => sum + (generated?.files.length ?? 0), 0);
  onEvent({ kind: 'stage', name: 'generate', state: 'ended', detail: `${count} files` });
  const services: Forged[] = [];
  for (const { job, directory, there, generated } of prepared) {
    const { value, diagnostics } = there;
    const base = { service: job.service.name, target: job.target.name, directory };
    if (!value || !generated) services.push({ ...base, files: 0, outcome: 'refused', diagnostics });
    // One after the other: each verification uses both cores.
    else {
      const { service, target } = base;
      const tell =
        prepared.length === 1
          ? onEvent
          : (event: ForgeEvent) => onEvent({ ...event, of: { service, target } });
      const published = await publishService(generated, value, request, tell);
      const said = [...diagnostics, ...generated.diagnostics, ...published.diagnostics];
      services.push({ ...base, files: generated.files.length, ...published, diagnostics: said });
    }
  }
  return { services, diagnostics: senseless };
}

/** The files of the workflows of each service, by its id. Requirements without one need not load any of it. */
async function processesOf(
  blueprint: Blueprint,
  jobs: readonly Job[],
): Promise<ReadonlyMap<string, readonly GeneratedFile[]>> {
  const files = new Map<string, readonly GeneratedFile[]>();
  if (blueprint.system.processes.length === 0) return files;
  const { workflowFiles } = await loadProcesses();
  for (const { service } of jobs)
    if (!files.has(service.id)) files.set(service.id, await workflowFiles(blueprint, service));
  return files;
}

function missing({ service = '', blueprint }: ForgeRequest): Diagnostic {
  const known = blueprint.system.services.map(({ name }) => name).join(', ');
  return forgeDiagnostics.create('no-such-service', { service, known });
}
