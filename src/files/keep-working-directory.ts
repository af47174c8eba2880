import { relative, resolve } from 'node:path';
import { realpathSync } from 'node:fs';

/**
 * A process that stands in a folder which is replaced would stand in a deleted one afterwards. Gives a
 * function that goes back to the same place by name.
 */
export function keepWorkingDirectory(folder: string): () => void {
  const cwd = workingDirectory();
  if (cwd === undefined) return () => {};
  const inside = relative(realpath(folder), cwd);
  if (inside.startsWith('..')) return () => {};
  return () => {
    try {
      process.chdir(resolve(folder, inside));
    } catch {
      // Worker threads can't, and the place may be gone: nothing depends on it.
    }
  };
}

function workingDirectory(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

function realpath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
