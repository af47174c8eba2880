import { spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { cacheFolder } from '../../src/verify/toolchains/cache-folder.ts';
import { toolchain } from '../../src/verify/toolchains/python.toolchain.ts';
import { ToolchainMissing } from '../../src/verify/toolchains/toolchain-missing.ts';

type Environment = Readonly<Record<string, string>>;

/** Puts the packages of a generated Python service in place; gives why not where there is no Python. */
export async function installPython(directory: string): Promise<string | undefined> {
  const { signal } = new AbortController();
  try {
    await toolchain.install({
      directory,
      cache: cacheFolder(process.env),
      signal,
      execute: async ([program, ...args], cwd) => {
        const { status, stdout, stderr, error } = spawnSync(program, args, {
          cwd,
          encoding: 'utf8',
        });
        if (error) throw error;
        return { code: status, stdout, stderr };
      },
    });
    return undefined;
  } catch (error) {
    if (error instanceof ToolchainMissing) return error.message;
    throw error;
  }
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
