import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ENOUGH = 1_000_000_000;

/**
 * Runs something with a folder for files that need not last, in memory where Linux has room for them: tests that wait
 * for a disk take twice as long. The folder is gone afterwards; undefined where there is none.
 */
export async function withMemoryFolder<T>(
  run: (folder: string | undefined) => Promise<T>,
): Promise<T> {
  const folder = hasRoom() ? mkdtempSync(join(MEMORY, 'microforge-')) : undefined;
  try {
    return await run(folder);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ENOUGH;
  } catch {
    return false;
  }
}
