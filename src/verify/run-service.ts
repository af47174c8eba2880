import type { Result } from '#diagnostics';
import type { RunningService } from './gate.ts';
import { Children } from './process/children.ts';
import { fatalLine } from './process/fatal-line.ts';
import { ServiceStartError } from './process/service-start-error.ts';
import { untilReady } from './process/until-ready.ts';
import { prepareService } from './prepare-service.ts';
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
  const { value: command, diagnostics } = await prepareService(options);
  if (!command) return { value: undefined, diagnostics };
  const children = new Children();
  try {
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
    if (!(error instanceof ServiceStartError)) throw error;
    const { message: reason, data } = error;
    const problem = verifyDiagnostics.create('not-started', { reason, log: fatalLine(data.log) });
    return { value: undefined, diagnostics: [problem] };
  }
}

function defined(env: RunOptions['env']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
