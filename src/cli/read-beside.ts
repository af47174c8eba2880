import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ReadBeside } from '#intake';

const LARGEST = 16 * 1024 * 1024;

/** Reads files below a folder, and none that a link makes look as if it were there. */
export function readBeside(folder: string): ReadBeside {
  return (path) => {
    try {
      const root = realpathSync(folder);
      const file = realpathSync(join(root, path));
      if (!file.startsWith(root.endsWith(sep) ? root : root + sep))
        return { problem: 'it is outside of the folder' };
      const stats = statSync(file);
      if (!stats.isFile()) return { problem: 'it is no file' };
      if (stats.size > LARGEST) return { problem: 'it is larger than 16 MB' };
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isAbsent = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
      return { problem: isAbsent ? 'there is no such file' : "it can't be read as text" };
    }
  };
}
