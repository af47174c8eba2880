import { spawnSync } from 'node:child_process';
import { cacheFolder } from '../../src/verify/toolchains/cache-folder.ts';
import type { Toolchain } from '../../src/verify/toolchains/toolchain.ts';
import { ToolchainMissing } from '../../src/verify/toolchains/toolchain-missing.ts';

/** Puts in place what a generated service needs; gives why not where its toolchain is missing. */
export async function installPackages(
  toolchain: Toolchain,
  directory: string,
): Promise<string | undefined> {
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
