import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file of a folder that nobody else sees yet. Folders above it are made. */
export function writeNew(path: string, content: string, executable: boolean): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  writeAll(path, content, executable ? 0o777 : 0o666, false);
}

/** Replaces a file by rename: a reader, or a crash, sees the old text or the new. */
export function writeAtomic(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeAll(temporary, content, 0o666, true);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
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
