import { type ChildProcess, spawn } from 'node:child_process';
import { Tail } from './tail.ts';
import { type Guarded, Watchdog } from './watchdog.ts';

/** What to start: a program with arguments, and all of its environment. */
export interface ChildOptions {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A process with its own process group. */
export interface Child {
  readonly pid: number;
  readonly stdout: NodeJS.ReadableStream;
  readonly stderr: NodeJS.ReadableStream;
  /** The tail of both. */
  readonly log: Tail;
  readonly alive: () => boolean;
  /** Settles when it has ended and its output is read: its exit code, or null if a signal ended it. */
  readonly ended: Promise<number | null>;
  /** SIGTERM to the process; after `graceMs` SIGKILL to the whole group. */
  readonly stop: (graceMs: number) => Promise<number | null>;
  /** SIGKILL to the whole group, now. */
  readonly kill: () => void;
}

/**
 * All processes that one verification started. Each is the leader of a process group, so that whatever
 * it starts in turn ends with it; none outlives us, however we end.
 */
export class Children {
  readonly #running = new Set<Child>();
  readonly #watchdog = new Watchdog();
  readonly #killAll = (): void => {
    for (const child of this.#running) child.kill();
  };

  /** @throws if the program can't be started (`ENOENT`, `EACCES`). */
  async start(options: ChildOptions): Promise<Child> {
    const [program, ...args] = options.command;
    this.#watchdog.open();
    const process_ = spawn(program, args, {
      cwd: options.cwd,
      env: { ...options.env, ...this.#watchdog.mark },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // At once: whoever kills us in the next moment must not leave it running.
    const release =
      process_.pid === undefined ? () => undefined : this.#watchdog.guard({ group: process_.pid });
    await new Promise<void>((resolve, reject) => {
      process_.once('spawn', resolve).once('error', reject);
    });
    const child = wrap(process_);
    if (this.#running.size === 0) process.on('exit', this.#killAll);
    this.#running.add(child);
    void child.ended.then(() => {
      release();
      this.#running.delete(child);
      if (this.#running.size === 0) process.off('exit', this.#killAll);
    });
    return child;
  }

  /** Has something removed if we are killed; the result says that it is gone. */
  guard(what: Guarded): () => void {
    return this.#watchdog.guard(what);
  }

  /** Kills what still runs and waits until it is gone. */
  async end(): Promise<void> {
    const ended = [...this.#running].map((child) => child.ended);
    this.#killAll();
    await Promise.all(ended);
    this.#watchdog.close();
  }
}

function wrap(process_: ChildProcess): Child {
  const { pid, stdout, stderr } = process_;
  if (pid === undefined || stdout === null || stderr === null) throw new Error('Not spawned.');
  const log = new Tail();
  for (const stream of [stdout, stderr]) stream.on('data', (chunk: Buffer) => log.add(chunk));
  let alive = true;
  process_.once('exit', () => {
    alive = false;
    // What it started may still hold its group (and our pipes) open.
    signalGroup(pid, 'SIGKILL');
  });
  const ended = new Promise<number | null>((resolve) => {
    process_.once('close', (code: number | null) => resolve(code));
  });
  const kill = () => {
    if (alive) signalGroup(pid, 'SIGKILL');
  };
  const stop = async (graceMs: number) => {
    if (alive) process_.kill('SIGTERM');
    const timer = setTimeout(kill, graceMs);
    const code = await ended;
    clearTimeout(timer);
    return code;
  };
  return { pid, stdout, stderr, log, alive: () => alive, ended, stop, kill };
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: nobody is left in the group.
  }
}
