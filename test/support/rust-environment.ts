import { spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { cacheFolder } from '../../src/verify/toolchains/cache-folder.ts';
import { toolchain } from '../../src/verify/toolchains/rust.toolchain.ts';
import { ToolchainMissing } from '../../src/verify/toolchains/toolchain-missing.ts';

/** Compiles a generated Rust service, and the crates that all have; gives why not where there is no Rust. */
export async function installRust(directory: string): Promise<string | undefined> {
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

/** Runs cargo in the folder of a service to its end, for at most ten minutes, with the shared crates. */
export function runCargo(
  directory: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  const shared = join(cacheFolder(process.env), 'cargo', 'build');
  return spawnSync('cargo', args, {
    cwd: directory,
    encoding: 'utf8',
    timeout: 600_000,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      CARGO_BUILD_BUILD_DIR: shared,
      ...environment,
    },
  });
}
