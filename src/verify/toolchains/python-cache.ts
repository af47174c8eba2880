import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from './cached-folder.ts';
import type { Command, InstallHost } from './toolchain.ts';
import { ToolchainMissing } from './toolchain-missing.ts';

/** What pins the packages of a service, its tools included. */
const LOCKS = ['requirements.txt', 'requirements-dev.txt'];
/** Prints `3.11 linux x86_64` or what else binaries depend on; fails for a Python that is too old. */
const PROBE =
  'import sys, platform; print(*sys.version_info[:2], sys.platform, platform.machine()); sys.exit(sys.version_info < (3, 11))';

/**
 * The folder of a virtual environment with the packages of a service, made the first time: by `uv` where
 * there is one, else by Python's own `venv` and `pip`.
 */
export async function cachedEnvironment(host: InstallHost): Promise<string> {
  const texts: string[] = [];
  for (const file of LOCKS) {
    const text = await readFile(join(host.directory, file), 'utf8').catch(() => {
      throw new ToolchainMissing(`the service has no ${file}`);
    });
    texts.push(`${file}\0${text}`);
  }
  return environmentOf(host, texts.join(''), ['-r', join(host.directory, 'requirements-dev.txt')]);
}

/** The folder of a virtual environment with pinned packages that are none of the service's. */
export function cachedTools(host: InstallHost, pins: readonly string[]): Promise<string> {
  return environmentOf(host, pins.join('\n'), ['--no-deps', ...pins]);
}

async function environmentOf(
  host: InstallHost,
  identity: string,
  packages: readonly string[],
): Promise<string> {
  const { python, platform } = await findPython(host);
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  const folder = join(host.cache, 'python', `${platform}-${hash}`);
  await cachedFolder(folder, host.signal, (staging) => fill(staging, host, python, packages));
  return folder;
}

async function findPython(host: InstallHost): Promise<{ python: string; platform: string }> {
  for (const python of ['python3', 'python']) {
    const probe = await attempt(host, [python, '-c', PROBE]);
    if (probe?.code === 0) return { python, platform: probe.stdout.trim().replaceAll(' ', '-') };
  }
  throw new ToolchainMissing('Python 3.11 or newer not found');
}

/** Environments keep working after the rename: what starts them is `python -m`, never a script. */
async function fill(
  staging: string,
  host: InstallHost,
  python: string,
  packages: readonly string[],
): Promise<void> {
  const interpreter = join(staging, 'bin', 'python');
  const quick = await inTurn(host, [
    ['uv', 'venv', '--quiet', '--allow-existing', '--python', python, staging],
    // The certificates of the system are those that `pip` and `npm` trust too.
    [
      'uv',
      'pip',
      'install',
      '--quiet',
      '--compile-bytecode',
      '--system-certs',
      '--python',
      interpreter,
      ...packages,
    ],
  ]);
  if (quick === undefined) return;
  const usual = await inTurn(host, [
    [python, '-m', 'venv', '--clear', staging],
    [interpreter, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages],
  ]);
  if (usual !== undefined)
    throw new ToolchainMissing(`the packages could not be installed: ${usual}`);
}

/** Runs commands until one fails; gives the last line of what that one said. */
async function inTurn(host: InstallHost, steps: readonly Command[]): Promise<string | undefined> {
  for (const step of steps) {
    const result = await attempt(host, step);
    if (result?.code === 0) continue;
    return (result?.stderr ?? 'it could not be started').trim().split('\n').at(-1)?.slice(0, 300);
  }
  return undefined;
}

/** Runs a command; undefined if it could not be started. */
async function attempt(host: InstallHost, command: Command) {
  try {
    return await host.execute(command, host.directory);
  } catch {
    host.signal.throwIfAborted();
    return undefined;
  }
}
