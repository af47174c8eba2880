import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Diagnostic } from '#diagnostics';
import { emptyManifest, type Journal } from './journal.ts';
import { settle } from './settle.ts';
import type { Siblings } from './siblings.ts';

/** Which version `outDir` holds after a repair; `clean`: nothing had happened to it yet. */
export interface Repaired {
  readonly recovery: 'clean' | 'previous' | 'new';
  readonly diagnostics: readonly Diagnostic[];
}

/** Ends an interrupted publication; safe to interrupt and to repeat. The journal goes last. */
export function repair(journal: Journal, { outDir, journal: journalPath }: Siblings): Repaired {
  const { staging, previous, stray, manifest } = journal;
  const diagnostics: Diagnostic[] = [];
  let recovery: Repaired['recovery'] = 'clean';
  if (existsSync(previous) && (existsSync(staging) || !existsSync(outDir))) {
    // Between the renames: back to the previous version, which nobody's edit can have missed.
    if (existsSync(outDir)) renameSync(outDir, stray);
    renameSync(previous, outDir);
    recovery = 'previous';
  } else if (existsSync(previous)) {
    diagnostics.push(...settle(previous, outDir, manifest));
    recovery = 'new';
  }
  if (existsSync(stray) && existsSync(outDir))
    diagnostics.push(...settle(stray, outDir, emptyManifest));
  rmSync(staging, { recursive: true, force: true });
  rmSync(journalPath, { force: true });
  return { recovery, diagnostics };
}
