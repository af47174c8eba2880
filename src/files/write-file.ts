import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolders } from './make-folders.ts';
import { writeText } from './text-writer.ts';

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
  writeText(path, 0o666, (writer) => writer.write(content), true);
}
