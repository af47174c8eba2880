import { join } from 'node:path';
import type { RunningService } from '../gate.ts';
import type { Children } from './children.ts';
import { guardedFolder } from './guarded-folder.ts';
import { untilReady } from './until-ready.ts';

/** How to start a service. */
export interface StartOptions {
  readonly command: readonly [string, ...string[]];
  readonly directory: string;
  /** All of the environment but `HOST`, `PORT` and `DATABASE_FILE`, which have safe values here. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** How long it may take to get ready; 20 s when not given. */
  readonly deadlineMs?: number;
}

/**
 * Starts a service on an empty database of its own and a free port, and waits until it says its URL
 * (SP-13.7) and `/health/ready` answers 200 (SP-13.1). Its data is removed when it has stopped.
 * @throws ServiceStartError
 */
export async function startService(
  children: Children,
  options: StartOptions,
): Promise<RunningService> {
  options.signal.throwIfAborted();
  const data = await guardedFolder(children, 'data');
  const env = {
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_FILE: join(data.path, 'service.db'),
    ...options.env,
  };
  const child = await children.start({ command: options.command, cwd: options.directory, env });
  const cleaned = child.ended.then(() => data.remove());
  const kill = () => child.kill();
  options.signal.addEventListener('abort', kill, { once: true });
  void child.ended.then(() => options.signal.removeEventListener('abort', kill));
  try {
    const url = await untilReady(child, options.deadlineMs ?? 20_000, options.signal);
    return {
      url,
      alive: child.alive,
      log: () => child.log.text(),
      stop: async () => {
        const code = await child.stop(15_000);
        await cleaned;
        return { code };
      },
    };
  } catch (error) {
    child.kill();
    await cleaned;
    throw error;
  }
}
