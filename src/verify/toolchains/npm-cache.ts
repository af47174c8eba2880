import { createHash } from 'node:crypto';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { InstallHost } from './toolchain.ts';
import { ToolchainMissing } from './toolchain-missing.ts';

/**
 * The folder with the packages of a service's lock file, filled by `npm ci` the first time. A hit needs
 * neither network nor npm. A folder appears under its name by one rename, complete or not at all.
 */
export async function cachedPackages(host: InstallHost): Promise<string> {
  const key = await cacheKey(host.directory);
  const folder = join(host.cache, 'npm', key);
  if (await exists(folder)) return join(folder, 'node_modules');
  await mkdir(join(host.cache, 'npm'), { recursive: true });
  const unlock = await lock(`${folder}.lock`, host.signal);
  try {
    if (!(await exists(folder))) await fill(folder, host);
  } finally {
    await unlock();
  }
  return join(folder, 'node_modules');
}

/** Packages may hold binaries: they belong to the platform and to the ABI of Node. */
async function cacheKey(directory: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) {
    const text = await readFile(join(directory, file)).catch(() => {
      throw new ToolchainMissing(`the service has no ${file}`);
    });
    hash.update(`${file}\0`).update(file === 'package.json' ? dependenciesOf(text) : text);
  }
  const platform = `${process.platform}-${process.arch}-${process.versions.modules}`;
  return `${platform}-${hash.digest('hex').slice(0, 32)}`;
}

/** Names, scripts and the like change nothing about what `npm ci` installs. */
function dependenciesOf(packageJson: Buffer): string {
  try {
    const json = JSON.parse(packageJson.toString('utf8')) as Record<string, unknown>;
    return JSON.stringify([json['dependencies'], json['devDependencies'], json['overrides']]);
  } catch {
    throw new ToolchainMissing('package.json is no JSON');
  }
}

async function fill(folder: string, host: InstallHost): Promise<void> {
  const staging = await mkdtemp(`${folder}.new-`);
  try {
    for (const file of ['package.json', 'package-lock.json']) {
      await copyFile(join(host.directory, file), join(staging, file));
    }
    const command = [
      'npm',
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
    ] as const;
    const result = await host.execute(command, staging).catch((error: unknown) => {
      host.signal.throwIfAborted();
      throw new ToolchainMissing(`npm could not be started (${messageOf(error)})`);
    });
    if (result.code !== 0) {
      throw new ToolchainMissing(
        `npm ci failed: ${lastLine(result.stderr) || lastLine(result.stdout)}`,
      );
    }
    await rename(staging, folder);
  } catch (error) {
    // Who came first has filled it: with the same lock file both are the same.
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

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function lastLine(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => /\S/.test(line) && !line.includes('complete log'));
  return lines.at(-1)?.trim().slice(0, 300) ?? '';
}
