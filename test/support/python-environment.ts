import { spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { toolchain } from '../../src/verify/toolchains/python.toolchain.ts';
import { installPackages } from './install-packages.ts';

type Environment = Readonly<Record<string, string>>;

/** Puts the packages of a generated Python service in place; gives why not where there is no Python. */
export function installPython(directory: string): Promise<string | undefined> {
  return installPackages(toolchain, directory);
}

/** Runs Python in the folder of a service to its end, for at most two minutes. */
export function runPython(
  directory: string,
  args: readonly string[],
  environment: Environment = {},
): SpawnSyncReturns<string> {
  return spawnSync(join(directory, '.venv/bin/python'), ['-B', ...args], {
    cwd: directory,
    encoding: 'utf8',
    timeout: 120_000,
    env: { PATH: process.env['PATH'], ...environment },
  });
}
