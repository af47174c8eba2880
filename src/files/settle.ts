import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Diagnostic } from '#diagnostics';
import { filesDiagnostics } from './files.diagnostics.ts';
import { errorCode } from './io-diagnostic.ts';
import type { Manifest } from './journal.ts';
import { copyLink, identityOf } from './link-previous.ts';
import { makeFolders } from './make-folders.ts';
import { signature } from './signature.ts';

/**
 * Empties a replaced folder into the new one: what the manifest knows is dropped; what appeared or
 * changed since is carried over, as `<path>.late-edit` where the new version has its own file. Works
 * in any state that a crash of itself leaves behind.
 */
export function settle(
  replaced: string,
  outDir: string,
  manifest: Manifest,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const path of manifest.replaces) {
    rmSync(join(replaced, path), { recursive: true, force: true });
  }
  const file = (path: string): void => {
    const from = join(replaced, path);
    const isKnown =
      manifest.linked.get(path) === identityOf(from) ||
      manifest.taken.get(path) === signature(from);
    if (!isKnown) diagnostics.push(...carryOver(from, outDir, path, manifest.linked.get(path)));
    unlinkSync(from);
  };
  const walk = (path: string): void => {
    const at = join(replaced, path);
    // Without write permission nothing could be removed from it.
    const mode = lstatSync(at).mode & 0o7777;
    if ((mode & 0o300) !== 0o300) chmodSync(at, mode | 0o300);
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const child = path === '.' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(child);
      else file(child);
    }
  };
  for (let attempt = 1; lstatSync(replaced, { throwIfNoEntry: false }) !== undefined; attempt++) {
    try {
      walk('.');
      removeEmptyFolders(replaced);
    } catch (error) {
      // A process that works in the replaced folder still writes or removes files: look again.
      const isMoving = ['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '');
      if (!isMoving || attempt === 10) throw error;
    }
  }
  return diagnostics;
}

/**
 * Removes from the new version what was removed from the replaced one between linking and renaming: a
 * database's rollback journal that came back would undo a transaction.
 */
export function mirrorRemovals(replaced: string, outDir: string, { linked }: Manifest): void {
  for (const [path, identity] of linked) {
    if (lstatSync(join(replaced, path), { throwIfNoEntry: false }) !== undefined) continue;
    const there = join(outDir, path);
    if (
      lstatSync(there, { throwIfNoEntry: false }) !== undefined &&
      identityOf(there) === identity
    ) {
      unlinkSync(there);
    }
  }
}

function carryOver(
  from: string,
  outDir: string,
  path: string,
  linked: string | undefined,
): readonly Diagnostic[] {
  const to = join(outDir, path);
  const there = identityAt(to);
  if (there === identityOf(from)) return [];
  if (there === undefined && canHold(dirname(to))) {
    place(from, to);
    return [];
  }
  if (there !== undefined && there === linked) {
    unlinkSync(to);
    place(from, to);
    return [];
  }
  const saved = freeName(outDir, path, from);
  if (saved.isNew) place(from, join(outDir, saved.path));
  return [filesDiagnostics.create('late-edit', { path, saved: saved.path })];
}

function identityAt(path: string): string | undefined {
  try {
    return lstatSync(path).isDirectory() ? 'folder' : identityOf(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function canHold(dir: string): boolean {
  try {
    makeFolders(dir);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR' || errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function place(from: string, to: string): void {
  if (lstatSync(from).isSymbolicLink()) copyLink(from, to);
  else linkSync(from, to);
}

/** In the nearest folder that exists: the new version may have a file where the old had a folder. */
function freeName(outDir: string, path: string, from: string): { path: string; isNew: boolean } {
  let base = path;
  while (base.includes('/') && !canHold(join(outDir, dirname(base)))) {
    base = dirname(base);
  }
  for (let n = 1; ; n++) {
    const name = `${base}.late-edit${n === 1 ? '' : `-${n}`}`;
    const there = identityAt(join(outDir, name));
    if (there === undefined) return { path: name, isNew: true };
    if (there === identityOf(from)) return { path: name, isNew: false };
  }
}

function removeEmptyFolders(dir: string): void {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(join(dir, entry.name));
  }
  rmdirSync(dir);
}
