import {
  chmodSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Result } from '#diagnostics';
import { ioDiagnostic } from './io-diagnostic.ts';
import { copyLink } from './link-previous.ts';
import { chunksOf } from './generated-file.ts';
import type { GeneratedFile } from './generated-file.ts';
import { makeFolders } from './make-folders.ts';
import { BLUEPRINT_PATH, PRISTINE_PATH, writePristine } from './pristine-files.ts';
import type { Staging } from './staging.ts';
import { TextWriter, writeText } from './text-writer.ts';
import type { UpdatePlan } from './update-plan.ts';

/** What goes into the staging folder besides the plan. */
export interface StageUpdateOptions {
  /** Canonical JSON of the blueprint that the plan came from, in pieces. */
  readonly blueprint: Iterable<string>;
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
    fill(staging, plan, blueprint, (current) => {
      path = current;
    });
    return { value: staging, diagnostics: [] };
  } catch (error) {
    return { value: undefined, diagnostics: [ioDiagnostic(error, path)] };
  }
}

/** Every text is made once: what is remembered of the files is written while they are. */
function fill(
  { dir, hasPrevious }: Staging,
  { actions, pristine }: UpdatePlan,
  blueprint: Iterable<string>,
  onFile: (path: string) => void,
): void {
  const folders = new Set<string>();
  const ready = (path: string): string => {
    onFile(path);
    const target = join(dir, path);
    if (!folders.has(dirname(target))) makeFolders(dirname(target));
    folders.add(dirname(target));
    // What was copied there may be read-only.
    if (hasPrevious) rmSync(target, { force: true });
    return target;
  };
  const writes = new Map(
    actions.flatMap((action) =>
      action.kind === 'write' || action.kind === 'merge' ? [[action.path, action] as const] : [],
    ),
  );
  function* written(file: GeneratedFile): Iterable<string> {
    const writer = new TextWriter(ready(file.path), modeOf(file));
    try {
      for (const chunk of chunksOf(file)) {
        writer.write(chunk);
        yield chunk;
      }
      writer.end();
    } finally {
      writer.close();
    }
  }
  writeText(ready(BLUEPRINT_PATH), 0o666, (writer) => {
    for (const piece of blueprint) writer.write(piece);
  });
  writeText(ready(PRISTINE_PATH), 0o666, (writer) =>
    writePristine(
      pristine,
      (piece) => writer.write(piece),
      (file) => {
        if (writes.get(file.path)?.file !== file) return chunksOf(file);
        writes.delete(file.path);
        return written(file);
      },
    ),
  );
  for (const { kind, path, file } of writes.values()) {
    const mode = lstatSync(join(dir, path), { throwIfNoEntry: false })?.mode;
    writeText(ready(path), modeOf(file), (writer) => writer.write(file.content));
    if (mode !== undefined && kind === 'merge') chmodSync(join(dir, path), mode & 0o7777);
  }
}

function modeOf({ executable }: GeneratedFile): number {
  return executable === true ? 0o777 : 0o666;
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
