import { renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Result } from '#diagnostics';
import { currentReader } from './current-reader.ts';
import { filesDiagnostics } from './files.diagnostics.ts';
import { syncFiles, syncFolder } from './fsync.ts';
import { errorCode, ioDiagnostic } from './io-diagnostic.ts';
import {
  createJournal,
  emptyManifest,
  isOwnerAlive,
  type Journal,
  readJournal,
  updateJournal,
} from './journal.ts';
import { linkPrevious } from './link-previous.ts';
import { BLUEPRINT_PATH, MICROFORGE, PRISTINE_PATH } from './pristine-files.ts';
import { processIdentity } from './process-identity.ts';
import type { Published, PublishOptions } from './publish.ts';
import { recover } from './recover.ts';
import { repair } from './repair.ts';
import { mirrorRemovals, settle } from './settle.ts';
import { siblings, type Siblings } from './siblings.ts';
import type { Staging } from './staging.ts';
import type { UpdatePlan } from './update-plan.ts';

/** The moments of a publication over a previous version, in order. */
export const publishSteps = [
  'start',
  'locked',
  'linked',
  'synced',
  'journalled',
  'put-aside',
  'in-place',
  'settled',
  'unlocked',
] as const;

/** One of `publishSteps`. */
export type PublishStep = (typeof publishSteps)[number];

/** The part of `publish` that replaces a version; `journal.ts` says why it takes this order. */
export async function replacePrevious(
  staging: Staging,
  plan: UpdatePlan,
  { replaces = [], onStep }: PublishOptions,
): Promise<Result<Published>> {
  const beside = siblings(staging.outDir);
  let journal = newJournal(staging, beside);
  let isInPlace = false;
  let isLocked = false;
  try {
    await onStep?.('start');
    const refusal = lock(beside, journal);
    if (refusal !== undefined) return { value: undefined, diagnostics: [refusal] };
    isLocked = true;
    await onStep?.('locked');
    const changed = changedMeanwhile(staging, plan);
    if (changed !== undefined) throw new Refused(changed);
    const written = new Set([...pathsOf(plan, 'write', 'merge'), BLUEPRINT_PATH, PRISTINE_PATH]);
    const manifest = linkPrevious({
      previous: staging.outDir,
      staging: staging.dir,
      written,
      deleted: new Set(pathsOf(plan, 'delete')),
      replaces,
    });
    journal = { ...journal, phase: 'swapping', manifest };
    await onStep?.('linked');
    const fresh = [...written].filter((path) => !manifest.linked.has(path));
    if (
      fresh.length === 0 &&
      manifest.taken.size === 0 &&
      !replaces.some((path) => exists(staging, path))
    ) {
      unlock(beside);
      return { value: 'unchanged', diagnostics: [] };
    }
    await syncFiles(fresh.map((path) => join(staging.dir, path)));
    await onStep?.('synced');
    updateJournal(beside, journal);
    await onStep?.('journalled');
    renameSync(staging.outDir, journal.previous);
    await onStep?.('put-aside');
    const hasStray = moveIn(journal, staging);
    isInPlace = true;
    syncFolder(beside.parent);
    await onStep?.('in-place');
    mirrorRemovals(journal.previous, staging.outDir, manifest);
    const diagnostics = [
      ...settle(journal.previous, staging.outDir, manifest),
      ...(hasStray ? settle(journal.stray, staging.outDir, emptyManifest) : []),
    ];
    await onStep?.('settled');
    unlock(beside);
    await onStep?.('unlocked');
    return { value: 'updated', diagnostics };
  } catch (error) {
    const diagnostic =
      error instanceof Refused ? error.diagnostic : ioDiagnostic(error, staging.outDir);
    // The new version stands; what could not be tidied up is left to the next `recover`.
    if (isInPlace)
      return { value: 'updated', diagnostics: [{ ...diagnostic, severity: 'warning' }] };
    const repaired = isLocked ? rollBack(journal, beside) : [];
    return { value: undefined, diagnostics: [diagnostic, ...repaired] };
  }
}

class Refused extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

function newJournal({ dir }: Staging, beside: Siblings): Journal {
  const n = Number(dir.slice(dir.lastIndexOf('-') + 1));
  return {
    pid: process.pid,
    identity: processIdentity(process.pid) ?? 'running',
    phase: 'linking',
    staging: dir,
    previous: beside.path('previous', n),
    stray: beside.path('stray', n),
    manifest: emptyManifest,
  };
}

function lock(beside: Siblings, journal: Journal): Diagnostic | undefined {
  if (createJournal(beside, journal)) return undefined;
  const other = readJournal(beside.journal);
  if (typeof other !== 'object' || !isOwnerAlive(other)) {
    const [problem] = recover(beside.outDir).diagnostics.filter(
      ({ severity }) => severity === 'error',
    );
    if (problem !== undefined) return problem;
    if (createJournal(beside, journal)) return undefined;
  }
  return filesDiagnostics.create('busy', {
    path: beside.outDir,
    pid: typeof other === 'object' ? other.pid : 0,
  });
}

function unlock({ journal }: Siblings): void {
  rmSync(journal, { force: true });
}

function rollBack(journal: Journal, beside: Siblings): readonly Diagnostic[] {
  try {
    return repair(journal, beside).diagnostics;
  } catch (error) {
    return [ioDiagnostic(error, beside.outDir)];
  }
}

function changedMeanwhile({ outDir }: Staging, plan: UpdatePlan): Diagnostic | undefined {
  const isThere = statSync(join(outDir, MICROFORGE), { throwIfNoEntry: false });
  if (isThere === undefined) return filesDiagnostics.create('changed-meanwhile', { path: outDir });
  const read = currentReader(outDir);
  const changed = plan.actions.find(
    (action) => 'before' in action && read(action.path) !== action.before,
  );
  return changed && filesDiagnostics.create('changed-meanwhile', { path: changed.path });
}

/** A process that keeps files open by path may make `outDir` anew between the renames: says whether. */
function moveIn({ stray }: Journal, { dir, outDir }: Staging): boolean {
  for (let hasStray = false; ; hasStray = true) {
    try {
      renameSync(dir, outDir);
      return hasStray;
    } catch (error) {
      const code = errorCode(error);
      if (hasStray || (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOTDIR'))
        throw error;
      renameSync(outDir, stray);
    }
  }
}

function pathsOf(plan: UpdatePlan, ...kinds: readonly string[]): readonly string[] {
  return plan.actions.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path);
}

function exists({ dir }: Staging, path: string): boolean {
  return statSync(join(dir, path), { throwIfNoEntry: false }) !== undefined;
}
