import { chmodSync, constants, copyFileSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '#diagnostics';
import { ioDiagnostic } from './io-diagnostic.ts';
import { copyLink } from './link-previous.ts';
import { pristineFiles } from './pristine-files.ts';
import type { Staging } from './staging.ts';
import type { UpdatePlan } from './update-plan.ts';
import { writeNew } from './write-file.ts';

/** What goes into the staging folder besides the plan. */
export interface StageUpdateOptions {
  /** Canonical JSON of the blueprint that the plan came from. */
  readonly blueprint: string;
  /** Files and folders (paths) of the user that the gates don't need; `publish` keeps them all the same. */
  readonly leaveOut?: readonly string[];
}

/**
 * Fills a staging folder with the service as it will be: the plan's files, and copies of those that
 * stay as they are. Copies, because gates run in there and must not reach the running version.
 */
export function stageUpdate(
  staging: Staging,
  plan: UpdatePlan,
  { blueprint, leaveOut = [] }: StageUpdateOptions,
): Result<Staging> {
  let path = staging.outDir;
  try {
    if (staging.hasPrevious) {
      const deleted = plan.actions.flatMap((action) =>
        action.kind === 'delete' ? action.path : [],
      );
      copy(staging, new Set([...leaveOut, ...deleted]));
    }
    for (const action of plan.actions) {
      if (action.kind !== 'write' && action.kind !== 'merge') continue;
      path = action.path;
      const mode = lstatSync(join(staging.dir, path), { throwIfNoEntry: false })?.mode;
      writeNew(join(staging.dir, path), action.file.content, action.file.executable === true);
      if (mode !== undefined && action.kind === 'merge')
        chmodSync(join(staging.dir, path), mode & 0o7777);
    }
    for (const file of pristineFiles(plan.pristine, blueprint)) {
      path = file.path;
      writeNew(join(staging.dir, path), file.content, false);
    }
    return { value: staging, diagnostics: [] };
  } catch (error) {
    return { value: undefined, diagnostics: [ioDiagnostic(error, path)] };
  }
}

function copy({ outDir, dir }: Staging, leaveOut: ReadonlySet<string>): void {
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(outDir, path), { withFileTypes: true })) {
      const child = path === '.' ? entry.name : `${path}/${entry.name}`;
      if (leaveOut.has(child)) continue;
      const [from, to] = [join(outDir, child), join(dir, child)];
      if (entry.isDirectory()) {
        mkdirSync(to);
        walk(child);
      } else if (entry.isSymbolicLink()) copyLink(from, to);
      else if (entry.isFile()) copyFileSync(from, to, constants.COPYFILE_FICLONE);
    }
  };
  walk('.');
}
