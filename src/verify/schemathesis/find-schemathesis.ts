import type { GateContext } from '../gate.ts';
import { cachedTools } from '../toolchains/python-cache.ts';
import type { Command } from '../toolchains/toolchain.ts';
import { ToolchainMissing } from '../toolchains/toolchain-missing.ts';
import { schemathesisPackages } from './schemathesis-packages.ts';

/** The oldest whose configuration and report are those that we write and read. */
const OLDEST = [4, 32] as const;

/**
 * The command that starts Schemathesis: that of our pinned packages, installed the first time, else the one
 * on the PATH.
 * @throws ToolchainMissing when there is neither
 */
export async function findSchemathesis(context: GateContext): Promise<Command> {
  const { cache, signal } = context;
  const directory = await context.folder();
  try {
    const environment = await cachedTools(
      { directory, cache, signal, execute: (command, cwd) => context.execute(command, cwd) },
      schemathesisPackages,
    );
    return [`${environment}/bin/python`, '-m', 'schemathesis.cli'];
  } catch (error) {
    if (!(error instanceof ToolchainMissing)) throw error;
    if (await isOnPath(context, directory)) return ['schemathesis'];
    throw new ToolchainMissing(`Schemathesis not found: ${error.message}`);
  }
}

async function isOnPath(context: GateContext, directory: string): Promise<boolean> {
  try {
    const { code, stdout } = await context.execute(['schemathesis', '--version'], directory);
    const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(stdout) ?? []).slice(1).map(Number);
    return code === 0 && major === OLDEST[0] && minor >= OLDEST[1];
  } catch {
    context.signal.throwIfAborted();
    return false;
  }
}
