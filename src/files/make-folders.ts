import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './io-diagnostic.ts';

/**
 * Makes a folder and those above it, as `mkdir -p`. Node's own `recursive` never returns where a file
 * system answers ENOENT for a new name in an existing folder, as /proc does.
 */
export function makeFolders(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST' || code === 'EISDIR') {
      if (statSync(path).isDirectory()) return;
      throw error;
    }
    const parent = dirname(path);
    if (code !== 'ENOENT' || parent === path || statSync(parent, { throwIfNoEntry: false }))
      throw error;
    makeFolders(parent);
    mkdirSync(path);
  }
}
