import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CurrentFile } from './current-file.ts';
import { errorCode } from './io-diagnostic.ts';

/** Reads the files of a folder for `planUpdate`; never follows a symbolic link, never throws. */
export function currentReader(dir: string): (path: string) => CurrentFile {
  return (path) => {
    try {
      return read(dir, path.split('/'));
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined) throw error;
      return code === 'ENOENT' ? undefined : { blocked: `something unreadable (${code})` };
    }
  };
}

function read(dir: string, names: readonly string[]): CurrentFile {
  let at = dir;
  for (const [index, name] of names.entries()) {
    at = join(at, name);
    // An error for each file of a new service would take longer than the look itself.
    const stat = lstatSync(at, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    if (stat.isSymbolicLink()) return { blocked: 'a symbolic link' };
    if (index < names.length - 1) {
      if (!stat.isDirectory())
        return { blocked: `the file '${names.slice(0, index + 1).join('/')}'` };
    } else if (!stat.isFile()) {
      return { blocked: stat.isDirectory() ? 'a folder' : 'a special file' };
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(at));
  } catch (error) {
    if (errorCode(error) !== undefined) throw error;
    return { blocked: 'a file that is not UTF-8 text' };
  }
}
