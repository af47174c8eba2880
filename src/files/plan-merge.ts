import type { Diagnostic, SourceSpan } from '#diagnostics';
import type { CurrentFile } from './current-file.ts';
import { filesDiagnostics } from './files.diagnostics.ts';
import type { GeneratedFile } from './generated-file.ts';
import { hasConflictMarkers, mergeText, type MergedText, type TextConflict } from './merge-text.ts';
import type { PendingConflict } from './pristine.ts';
import type { UpdateAction } from './update-plan.ts';

/** The part of a plan that one generated path causes. */
export interface PlannedFile {
  readonly actions: readonly UpdateAction[];
  /** What to remember as generated: on a conflict the last one, so that it stays open. */
  readonly pristine: GeneratedFile | undefined;
  readonly pending?: PendingConflict | undefined;
  readonly diagnostics?: readonly Diagnostic[];
  /** Its user had deleted it. */
  readonly restored?: boolean;
}

/** A file that both sides changed since `last`. */
export interface MergeInput {
  readonly file: GeneratedFile;
  readonly last: GeneratedFile | undefined;
  readonly current: string | undefined;
  readonly readCurrent: (path: string) => CurrentFile;
  readonly pending: PendingConflict | undefined;
}

/** Plans the merge of one file, through its side file when an earlier conflict is being resolved. */
export function planMerge(input: MergeInput): PlannedFile {
  const { file, last, current, readCurrent, pending } = input;
  const side = readCurrent(sideOf(file.path));
  if (pending === undefined || typeof side !== 'string') {
    const merged = mergeText(last?.content ?? '', file.content, current ?? '');
    return conclude(input, merged, side, { generated: file.content, yours: current ?? '' });
  }
  if (hasConflictMarkers(side)) {
    const merged = mergeText(last?.content ?? '', file.content, current ?? '');
    const fresh = { generated: file.content, yours: current ?? '' };
    if (side === sideText(last, pending)) return conclude(input, merged, side, fresh);
    // Half resolved: that work stays, whether it is still needed or not.
    if (merged.conflicts.length === 0) return conclude(input, merged, undefined, fresh);
    return conclude(input, { ...merged, text: side }, side, pending);
  }
  const yours = mergeText(pending.yours, side, current ?? pending.yours);
  if (yours.conflicts.length > 0) {
    return conclude(input, yours, side, { generated: pending.generated, yours: current ?? '' });
  }
  const merged = mergeText(pending.generated, file.content, yours.text);
  return conclude(input, merged, side, { generated: file.content, yours: current ?? '' });
}

/** The removal of a side file that nobody edited, or that was emptied, once its conflict is gone for another reason. */
export function sideFileDone(
  path: string,
  last: GeneratedFile | undefined,
  readCurrent: (path: string) => CurrentFile,
  pending: PendingConflict | undefined,
): readonly UpdateAction[] {
  if (pending === undefined) return [];
  const side = readCurrent(sideOf(path));
  if (typeof side !== 'string' || (side !== '' && side !== sideText(last, pending))) return [];
  return [{ kind: 'delete', path: sideOf(path), before: side }];
}

/** Where the two versions of a file in conflict are. */
export function sideOf(path: string): string {
  return `${path}.conflict`;
}

function sideText(last: GeneratedFile | undefined, pending: PendingConflict): string {
  return mergeText(last?.content ?? '', pending.generated, pending.yours).text;
}

function conclude(
  { file, last, current, pending: open }: MergeInput,
  { text, conflicts }: MergedText,
  side: CurrentFile,
  pending: PendingConflict,
): PlannedFile {
  const { path } = file;
  const sidePath = sideOf(path);
  const isOurs =
    side === undefined || (typeof side === 'string' && (open !== undefined || side === text));
  if (conflicts.length === 0) {
    const actions: UpdateAction[] = [concluded(file, current, text)];
    if (typeof side === 'string' && open !== undefined) {
      actions.push({ kind: 'delete', path: sidePath, before: side });
    }
    return { actions, pristine: file };
  }
  if (!isOurs) {
    const reason = typeof side === 'object' ? side.blocked : 'a file that we did not write';
    const blocked = filesDiagnostics.create('path-blocked', { path: sidePath, reason });
    return {
      actions: [{ kind: 'leave', path }],
      pristine: last,
      pending: open,
      diagnostics: [blocked],
    };
  }
  const actions: UpdateAction[] = [{ kind: 'conflict', path, side: sidePath, conflicts }];
  if (side !== text) {
    const sideFile = {
      path: sidePath,
      content: text,
      owner: 'generated',
      sources: file.sources,
    } as const;
    actions.push({ kind: 'write', path: sidePath, file: sideFile, before: side });
  }
  const diagnostic = filesDiagnostics.create(
    'merge-conflict',
    { path, side: sidePath, count: conflicts.length },
    spanOf(path, conflicts),
  );
  return { actions, pristine: last, pending, diagnostics: [diagnostic] };
}

function concluded(file: GeneratedFile, current: string | undefined, text: string): UpdateAction {
  const { path } = file;
  if (text === current) return { kind: 'keep', path };
  return { kind: 'merge', path, file: { ...file, content: text }, before: current };
}

function spanOf(path: string, [first]: readonly TextConflict[]): SourceSpan {
  const line = first?.line ?? 1;
  const lines = Math.max(1, first?.yours.length ?? 1);
  return { document: path, line, column: 1, endLine: line + lines, endColumn: 1 };
}
