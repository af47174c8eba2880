import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolders } from './make-folders.ts';

/** Writes a file of a folder that nobody else sees yet. Folders above it are made. */
export function writeNew(path: string, content: string, executable: boolean): void {
  makeFolders(dirname(path));
  rmSync(path, { force: true });
  writeAll(path, content, executable ? 0o777 : 0o666, false);
}

/** Replaces a file by rename: a reader, or a crash, sees the old text or the new. */
export function writeAtomic(
  path: string,
  content: string,
  temporary = `${path}.${process.pid}.tmp`,
): void {
  makeFolders(dirname(path));
  try {
    writeDurable(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes a file that survives a power failure. */
export function writeDurable(path: string, content: string): void {
  writeAll(path, content, 0o666, true);
}

function writeAll(path: string, content: string, mode: number, durable: boolean): void {
  const bytes = Buffer.from(content);
  const file = openSync(path, 'w', mode);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    if (durable) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
