import { mkdir, mkdtemp, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Fills a folder of the cache, unless it is there. It appears under its name by one rename, complete or
 * not at all.
 */
export async function cachedFolder(
  folder: string,
  signal: AbortSignal,
  fill: (staging: string) => Promise<void>,
): Promise<void> {
  if (await exists(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  const unlock = await lock(`${folder}.lock`, signal);
  try {
    if (!(await exists(folder))) await fillOnce(folder, fill);
  } finally {
    await unlock();
  }
}

async function fillOnce(folder: string, fill: (staging: string) => Promise<void>): Promise<void> {
  const staging = await mkdtemp(`${folder}.new-`);
  try {
    await fill(staging);
    await rename(staging, folder);
  } catch (error) {
    // Who came first has filled it: from the same lock file both are the same.
    if (!(await exists(folder))) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * Waits for the others who fill the same folder. The lock spares them the work and no more: when it is
 * taken over from a process that died, two may fill at once, and the rename decides.
 */
async function lock(path: string, signal: AbortSignal): Promise<() => Promise<void>> {
  for (;;) {
    signal.throwIfAborted();
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return () => unlink(path).catch(() => undefined);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (await isStale(path)) await unlink(path).catch(() => undefined);
    else await delay(100, undefined, { signal });
  }
}

async function isStale(path: string): Promise<boolean> {
  try {
    const pid = Number(await readFile(path, 'utf8'));
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > 10 * 60_000) return true;
    // The owner writes its id just after it made the file.
    if (!Number.isInteger(pid) || pid <= 0) return age > 5000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
