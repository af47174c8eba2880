import type { Result } from '#diagnostics';
import type { RunningService } from './gate.ts';
import { Children } from './process/children.ts';
import { runCommand } from './process/run-command.ts';
import { cleanEnvironment } from './process/clean-environment.ts';
import { fatalLine } from './process/fatal-line.ts';
import { ServiceStartError } from './process/service-start-error.ts';
import { untilReady } from './process/until-ready.ts';
import { readIdentity } from './read-identity.ts';
import { cacheFolder } from './toolchains/cache-folder.ts';
import { toolchainRegistry } from './toolchains/registry.gen.ts';
import { ToolchainMissing } from './toolchains/toolchain-missing.ts';
import { verifyDiagnostics } from './verify.diagnostics.ts';

/** How to run a forged service for its user. */
export interface RunOptions {
  readonly directory: string;
  /** All of the service's environment: what its user set, its database included. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly deadlineMs?: number;
  /** What it prints on either stream, as it does. */
  readonly onOutput?: (chunk: Buffer) => void;
}

/** Longer than a service takes to finish its requests (SP-13.5). */
const STOP_MS = 15_000;

/** A service that runs for its user. */
export interface UserService extends RunningService {
  /** Settles with its exit code when it has ended, by itself or stopped; null after a signal. */
  readonly ended: Promise<number | null>;
}

/**
 * Installs the dependencies of a forged service (they stay) and starts it with its user's environment
 * and data; gives it once `/health/ready` answers 200. An abort stops it.
 */
export async function runService(options: RunOptions): Promise<Result<UserService>> {
  const { directory, signal } = options;
  const { value: forged, diagnostics } = readIdentity(directory);
  if (!forged) return { value: undefined, diagnostics };
  const toolchain = await toolchainRegistry.find(({ name }) => name === forged.target)?.load();
  if (!toolchain)
    return refuse(
      verifyDiagnostics.create('unknown-target', { path: directory, target: forged.target }),
    );
  const children = new Children();
  try {
    const env = cleanEnvironment(options.env);
    await toolchain.install({
      directory,
      cache: cacheFolder(options.env),
      signal,
      execute: (command, cwd) => runCommand(children, { command, cwd, env, signal }),
    });
    const [program, ...args] = toolchain.start;
    const command = [program === 'node' ? process.execPath : program, ...args] as const;
    const child = await children.start({ command, cwd: directory, env: defined(options.env) });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => options.onOutput?.(chunk));
    const stop = async () => ({ code: await child.stop(STOP_MS) });
    signal.addEventListener('abort', () => void stop(), { once: true });
    const url = await untilReady(child, options.deadlineMs ?? 30_000, signal);
    return {
      value: { url, alive: child.alive, log: () => child.log.text(), stop, ended: child.ended },
      diagnostics: [],
    };
  } catch (error) {
    await children.end();
    signal.throwIfAborted();
    if (error instanceof ToolchainMissing)
      return refuse(
        verifyDiagnostics.create('no-toolchain', { target: forged.target, reason: error.message }),
      );
    if (!(error instanceof ServiceStartError)) throw error;
    return refuse(
      verifyDiagnostics.create('not-started', {
        reason: error.message,
        log: fatalLine(error.data.log),
      }),
    );
  }
}

function refuse(diagnostic: Result<never>['diagnostics'][number]): Result<UserService> {
  return { value: undefined, diagnostics: [diagnostic] };
}

function defined(env: RunOptions['env']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
