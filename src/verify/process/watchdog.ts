import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process group, by the id of its leader, or a folder. */
export type Guarded = { readonly group: number } | { readonly folder: string };

const program = fileURLToPath(new URL('watchdog-process.mjs', import.meta.url));

/**
 * Ends and removes what is guarded if we are killed outright (SIGKILL leaves no chance to do it ourselves):
 * a small process that learns of our death by the end of its standard input.
 */
export class Watchdog {
  /** A variable for the environment of what is guarded: we may be killed before we can name it. */
  readonly mark = { MICROFORGE_WATCHDOG: `${process.pid}-${process.hrtime.bigint()}` };
  #process: ChildProcess | undefined;

  /** Starts it, so that the first guard takes no longer than the others. */
  open(): void {
    this.#process ??= start(`MICROFORGE_WATCHDOG=${this.mark.MICROFORGE_WATCHDOG}`);
  }

  /** The result ends the guard: call it when what was guarded is gone. */
  guard(what: Guarded): () => void {
    this.#tell({ ...what, guarded: true });
    return () => this.#tell({ ...what, guarded: false });
  }

  /** Lets the process go; the next `guard` starts another. */
  close(): void {
    this.#process?.stdin?.end(`${JSON.stringify({ done: true })}\n`);
    this.#process = undefined;
  }

  #tell(message: Guarded & { readonly guarded: boolean }): void {
    // Nothing to release after `close`.
    if (!message.guarded && !this.#process) return;
    this.open();
    this.#process?.stdin?.write(`${JSON.stringify(message)}\n`);
  }
}

function start(mark: string): ChildProcess {
  const child = spawn(process.execPath, [program, mark], {
    cwd: '/',
    env: {},
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without it we are as safe as before: no reason to fail.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  (child.stdin as typeof child.stdin & { unref(): void }).unref();
  return child;
}
