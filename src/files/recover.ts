import { existsSync, lstatSync, renameSync, rmSync } from 'node:fs';
import type { Result } from '#diagnostics';
import { filesDiagnostics } from './files.diagnostics.ts';
import { ioDiagnostic } from './io-diagnostic.ts';
import { isOwnerAlive, readJournal } from './journal.ts';
import { processIdentity } from './process-identity.ts';
import { type Repaired, repair } from './repair.ts';
import { siblings, type Siblings } from './siblings.ts';

/** `clean`: nothing to repair; else which version `outDir` holds now, complete. */
export type Recovery = Repaired['recovery'];

/** For tests: which processes count as running. */
export interface RecoverOptions {
  readonly isAlive?: (owner: { readonly pid: number; readonly identity: string }) => boolean;
}

/**
 * Repairs what a killed publication to `outDir` left behind and removes staging folders of processes
 * that no longer run. Call it first in every command that touches `outDir`; costs one directory listing
 * when there is nothing to do. Fails (`files/busy`) while another process publishes there.
 */
export function recover(outDir: string, options: RecoverOptions = {}): Result<Recovery> {
  const isAlive = options.isAlive ?? isOwnerAlive;
  const beside = siblings(outDir);
  try {
    const journal = readJournal(beside.journal);
    if (typeof journal === 'object' && isAlive(journal)) {
      const busy = filesDiagnostics.create('busy', { path: outDir, pid: journal.pid });
      return { value: undefined, diagnostics: [busy] };
    }
    const { recovery, diagnostics } =
      typeof journal === 'object' ? repair(journal, beside) : orphaned(beside);
    if (journal === 'damaged') rmSync(beside.journal, { force: true });
    removeStale(beside, isAlive);
    if (recovery === 'clean') return { value: recovery, diagnostics };
    const repaired = filesDiagnostics.create('recovered', { path: outDir, version: recovery });
    return { value: recovery, diagnostics: [repaired, ...diagnostics] };
  } catch (error) {
    return { value: undefined, diagnostics: [ioDiagnostic(error, outDir)] };
  }
}

/** Somebody deleted the journal of a crash: the version that was put aside is all there is. */
function orphaned(beside: Siblings): Repaired {
  const [previous, ...others] = beside.list('previous');
  if (previous === undefined || others.length > 0 || existsSync(beside.outDir)) {
    return { recovery: 'clean', diagnostics: [] };
  }
  renameSync(previous.path, beside.outDir);
  return { recovery: 'previous', diagnostics: [] };
}

function removeStale(beside: Siblings, isAlive: NonNullable<RecoverOptions['isAlive']>): void {
  for (const { path, pid } of [...beside.list('forging'), ...beside.list('publishing')]) {
    const identity = processIdentity(pid);
    const isOurs = pid === process.pid && lstatSync(path).ctimeMs >= performance.timeOrigin;
    const isTheirs = pid !== process.pid && identity !== undefined;
    if ((isOurs || isTheirs) && isAlive({ pid, identity: identity ?? '' })) continue;
    rmSync(path, { recursive: true, force: true });
  }
}
