import { spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { cacheFolder } from '../../src/verify/toolchains/cache-folder.ts';
import { toolchain } from '../../src/verify/toolchains/rust.toolchain.ts';
import { installPackages } from './install-packages.ts';

/** Compiles a generated Rust service, and the crates that all have; gives why not where there is no Rust. */
export function installRust(directory: string): Promise<string | undefined> {
  return installPackages(toolchain, directory);
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
