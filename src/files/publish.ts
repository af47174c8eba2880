import { chmodSync, renameSync, statSync } from 'node:fs';
import type { Result } from '#diagnostics';
import { filesDiagnostics } from './files.diagnostics.ts';
import { syncFolder } from './fsync.ts';
import { errorCode, ioDiagnostic } from './io-diagnostic.ts';
import { keepWorkingDirectory } from './keep-working-directory.ts';
import { type PublishStep, replacePrevious } from './replace-previous.ts';
import { siblings } from './siblings.ts';
import { discard } from './stage.ts';
import type { Staging } from './staging.ts';
import type { UpdatePlan } from './update-plan.ts';

/** `unchanged`: the folder already held all of it and was not touched. */
export type Published = 'created' | 'updated' | 'unchanged';

/** How to publish. */
export interface PublishOptions {
  /** Paths (files, folders) that the new version brings along as a whole, such as `node_modules`. */
  readonly replaces?: readonly string[];
  /** Called, and waited for, at each step: for progress, and for tests that stop there. */
  readonly onStep?: (step: PublishStep) => void | Promise<void>;
}

/**
 * Puts a staged service in the place of `outDir`, atomically: whenever the process dies, `outDir` holds
 * (after `recover`) the previous version or the new one, complete. Files that the plan doesn't write
 * stay the same files (inode and time), the user's own included, whatever the staging folder has there.
 * Refuses when a file is no longer what the plan saw. On failure `outDir` is as it was. The staging
 * folder is gone afterwards in any case.
 */
export async function publish(
  staging: Staging,
  plan: UpdatePlan,
  options: PublishOptions = {},
): Promise<Result<Published>> {
  const restore = keepWorkingDirectory(staging.outDir);
  try {
    if (staging.hasPrevious) return await replacePrevious(staging, plan, options);
    await options.onStep?.('start');
    return create(staging);
  } finally {
    restore();
    discard(staging);
  }
}

/** One rename: a first version needs no journal, and after a power failure it is simply made again. */
function create({ dir, outDir }: Staging): Result<Published> {
  try {
    const existing = statSync(outDir, { throwIfNoEntry: false });
    if (existing !== undefined) chmodSync(dir, existing.mode & 0o7777);
    renameSync(dir, outDir);
    syncFolder(siblings(outDir).parent);
    return { value: 'created', diagnostics: [] };
  } catch (error) {
    const code = errorCode(error);
    const diagnostic =
      code === 'ENOTEMPTY' || code === 'EEXIST'
        ? filesDiagnostics.create('changed-meanwhile', { path: outDir })
        : ioDiagnostic(error, outDir);
    return { value: undefined, diagnostics: [diagnostic] };
  }
}
