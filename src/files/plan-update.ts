import type { CurrentFile } from './current-file.ts';
import type { FileTree } from './file-tree.ts';
import { filesDiagnostics } from './files.diagnostics.ts';
import type { GeneratedFile } from './generated-file.ts';
import { planMerge, type PlannedFile, sideFileDone, sideOf } from './plan-merge.ts';
import type { PendingConflict, Pristine } from './pristine.ts';
import type { UpdatePlan } from './update-plan.ts';

/** The three sides: what we wrote last time (undefined: unknown), what we write now, what is there. */
export interface PlanUpdateInput {
  readonly base: Pristine | undefined;
  readonly next: FileTree;
  readonly readCurrent: (path: string) => CurrentFile;
}

/**
 * Decides for each file what an update does to it; touches nothing itself.
 *
 * A conflict leaves the file as it is and puts both versions, between markers, into a side file
 * `<path>.conflict`. Its user edits the side file until no marker is left; the next plan takes it as
 * the file (with whatever changed on either side since then merged in) and deletes it. A side file
 * that is half done is never overwritten.
 *
 * A `generated` file that its user deleted is restored; a `scaffold` stays deleted.
 */
export function planUpdate({ base, next, readCurrent }: PlanUpdateInput): UpdatePlan {
  const old = new Map(base?.files.map((file) => [file.path, file]));
  const planned: (PlannedFile & { readonly path: string })[] = next.map((file) => {
    const last = old.get(file.path);
    old.delete(file.path);
    return { path: file.path, ...planFile(file, last, readCurrent, base?.pending.get(file.path)) };
  });
  for (const file of old.values()) {
    const removal = planRemoval(file, readCurrent, base?.pending.get(file.path));
    planned.push({ path: file.path, ...removal });
  }
  const pending = planned.flatMap(({ path, pending }) =>
    pending === undefined ? [] : [[path, pending] as const],
  );
  return {
    actions: planned
      .flatMap((file) => file.actions)
      .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    pristine: {
      files: planned.flatMap((file) => file.pristine ?? []),
      pending: new Map(pending),
    },
    diagnostics: [...planned.flatMap((file) => file.diagnostics ?? []), ...restored(planned)],
  };
}

/** One line for all files: a user may have deleted a whole folder. */
function restored(
  planned: readonly (PlannedFile & { readonly path: string })[],
): UpdatePlan['diagnostics'] {
  const paths = planned.filter((file) => file.restored).map(({ path }) => path);
  if (paths.length === 0) return [];
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  const named = `${paths.slice(0, NAMED).join(', ')}${more}`;
  return [filesDiagnostics.create('restored', { paths: named })];
}

/** How many restored files are named. */
const NAMED = 5;

function planFile(
  file: GeneratedFile,
  last: GeneratedFile | undefined,
  readCurrent: PlanUpdateInput['readCurrent'],
  pending: PendingConflict | undefined,
): PlannedFile {
  const { path } = file;
  const current = readCurrent(path);
  if (current === undefined && last === undefined) return write(file, undefined);
  if (file.owner === 'scaffold') {
    // The first text stays the pristine one: an untouched scaffold can be told from an edited one.
    return {
      actions: [{ kind: current === undefined ? 'leave' : 'keep', path }],
      pristine: last ?? file,
    };
  }
  const done = sideFileDone(path, last, readCurrent, pending);
  const isOpen = pending !== undefined && readCurrent(sideOf(path)) !== undefined;
  if (current === undefined && (!isOpen || done.length > 0)) {
    const { actions, pristine } = write(file, undefined);
    return { actions: [...actions, ...done], pristine, restored: true };
  }
  if (current === file.content)
    return { actions: [{ kind: 'keep', path }, ...done], pristine: file };
  if (current !== undefined && current === last?.content) {
    const { actions, pristine } = write(file, current);
    return { actions: [...actions, ...done], pristine };
  }
  if (current !== undefined && file.content === last?.content) {
    return { actions: [{ kind: 'keep', path }, ...done], pristine: file };
  }
  if (typeof current === 'object') {
    const diagnostic = filesDiagnostics.create('path-blocked', { path, reason: current.blocked });
    return { actions: [{ kind: 'leave', path }], pristine: last, diagnostics: [diagnostic] };
  }
  return planMerge({ file, last, current, readCurrent, pending });
}

function write(file: GeneratedFile, before: string | undefined): PlannedFile {
  return { actions: [{ kind: 'write', path: file.path, file, before }], pristine: file };
}

function planRemoval(
  last: GeneratedFile,
  readCurrent: PlanUpdateInput['readCurrent'],
  pending: PendingConflict | undefined,
): PlannedFile {
  const { path } = last;
  const current = readCurrent(path);
  const done = sideFileDone(path, last, readCurrent, pending);
  if (current === undefined) return { actions: done, pristine: undefined };
  if (current !== last.content)
    return { actions: [{ kind: 'leave', path }, ...done], pristine: undefined };
  return { actions: [{ kind: 'delete', path, before: current }, ...done], pristine: undefined };
}
