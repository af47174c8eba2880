import type { Result } from '#diagnostics';
import { Children } from './process/children.ts';
import { cleanEnvironment } from './process/clean-environment.ts';
import { runCommand } from './process/run-command.ts';
import { readIdentity } from './read-identity.ts';
import { cacheFolder } from './toolchains/cache-folder.ts';
import { toolchainRegistry } from './toolchains/registry.gen.ts';
import type { Command } from './toolchains/toolchain.ts';
import { ToolchainMissing } from './toolchains/toolchain-missing.ts';
import { verifyDiagnostics } from './verify.diagnostics.ts';

/** A forged service that is about to run. */
export interface PrepareOptions {
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** Installs the dependencies of a forged service (they stay) and gives the command that starts it in its folder. */
export async function prepareService({
  directory,
  env,
  signal,
}: PrepareOptions): Promise<Result<Command>> {
  const { value: forged, diagnostics } = readIdentity(directory);
  if (!forged) return { value: undefined, diagnostics };
  const { target } = forged;
  const toolchain = await toolchainRegistry.find(({ name }) => name === target)?.load();
  if (!toolchain) {
    const problem = verifyDiagnostics.create('unknown-target', { path: directory, target });
    return { value: undefined, diagnostics: [problem] };
  }
  const children = new Children();
  const clean = cleanEnvironment(env);
  try {
    await toolchain.install({
      directory,
      cache: cacheFolder(env),
      signal,
      execute: (command, cwd) => runCommand(children, { command, cwd, env: clean, signal }),
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ToolchainMissing)) throw error;
    const problem = verifyDiagnostics.create('no-toolchain', { target, reason: error.message });
    return { value: undefined, diagnostics: [problem] };
  } finally {
    await children.end();
  }
  const [program, ...args] = toolchain.start;
  return { value: [program === 'node' ? process.execPath : program, ...args], diagnostics: [] };
}
