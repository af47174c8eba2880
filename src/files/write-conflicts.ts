import { join } from 'node:path';
import type { Result } from '#diagnostics';
import { ioDiagnostic } from './io-diagnostic.ts';
import type { Pristine } from './pristine.ts';
import { PRISTINE_PATH, pristineJson } from './pristine-files.ts';
import type { UpdatePlan } from './update-plan.ts';
import { writeAtomic } from './write-file.ts';

/**
 * Puts only the side files of a plan's conflicts beside the files they are about, for a plan that is
 * not published: the version that runs stays, and remembers that these conflicts are open. Gives the
 * paths of the side files.
 */
export function writeConflicts(
  outDir: string,
  plan: UpdatePlan,
  base: Pristine | undefined,
): Result<readonly string[]> {
  const sides = new Set(
    plan.actions.flatMap((action) => (action.kind === 'conflict' ? action.side : [])),
  );
  let path = PRISTINE_PATH;
  try {
    // Remembered first: a side file that nobody remembers would count as the user's own.
    const open: Pristine = { files: base?.files ?? [], pending: plan.pristine.pending };
    writeAtomic(join(outDir, PRISTINE_PATH), pristineJson(open));
    for (const action of plan.actions) {
      if (action.kind !== 'write' || !sides.has(action.path)) continue;
      path = action.path;
      writeAtomic(join(outDir, path), action.file.content);
    }
    return { value: [...sides], diagnostics: [] };
  } catch (error) {
    return { value: undefined, diagnostics: [ioDiagnostic(error, path)] };
  }
}
