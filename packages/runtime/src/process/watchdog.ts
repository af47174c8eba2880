import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('watchdog-process.mjs', import.meta.url));

/**
 * Kills process groups when the host ends without stopping them: as it exits, or, where it was killed
 * outright (SIGKILL leaves it no chance), by a small process that learns of that by the end of its input.
 */
export class Watchdog {
  readonly #groups = new Set<number>();
  readonly #killAll = (): void => this.#groups.forEach(killGroup);
  #process: ChildProcess | undefined = undefined;

  /** Starts it: before what is to be guarded, so that there is no moment without guard. */
  open(): void {
    this.#process ??= start();
  }

  /** Guards the group of this leader; the result ends that: call it when the group is gone. */
  guard(group: number): () => void {
    this.open();
    if (this.#groups.size === 0) process.on('exit', this.#killAll);
    this.#groups.add(group);
    this.#tell(`guard ${group}`);
    return () => this.#release(group);
  }

  #release(group: number): void {
    if (!this.#groups.delete(group)) return;
    this.#tell(`release ${group}`);
    if (this.#groups.size > 0) return;
    // The next one starts another: nobody has to know when a host has come to its end.
    process.off('exit', this.#killAll);
    this.#process?.stdin?.end();
    this.#process = undefined;
  }

  #tell(line: string): void {
    this.#process?.stdin?.write(`${line}\n`);
  }
}

/** Kills a process group, by the id of its leader; it may be gone already. */
export function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // ESRCH: nobody is left in it.
  }
}

function start(): ChildProcess {
  const child = spawn(process.execPath, [program], {
    cwd: '/',
    env: {},
    // Of its own group: what kills the host's group must not kill it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without it all is as safe as it would be with no watchdog: no reason to fail.
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  child.unref();
  (child.stdin as typeof child.stdin & { unref(): void }).unref();
  return child;
}
