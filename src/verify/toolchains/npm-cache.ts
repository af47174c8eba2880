import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from './cached-folder.ts';
import type { InstallHost } from './toolchain.ts';
import { ToolchainMissing } from './toolchain-missing.ts';

/**
 * The folder with the packages of a service's lock file, filled by `npm ci` the first time. A hit needs
 * neither network nor npm.
 */
export async function cachedPackages(host: InstallHost): Promise<string> {
  const folder = join(host.cache, 'npm', await cacheKey(host.directory));
  await cachedFolder(folder, host.signal, (staging) => fill(staging, host));
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

async function fill(staging: string, host: InstallHost): Promise<void> {
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
    throw new ToolchainMissing(
      `its packages can't be installed: npm could not be started (${messageOf(error)}); install Node together with npm`,
    );
  });
  if (result.code !== 0) {
    throw new ToolchainMissing(
      `its packages can't be installed: npm ci failed (${lastLine(result.stderr) || lastLine(result.stdout)}); check the network, or which registry npm uses (npm config get registry)`,
    );
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function lastLine(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => /\S/.test(line) && !line.includes('complete log'));
  return lines.at(-1)?.trim().slice(0, 300) ?? '';
}
