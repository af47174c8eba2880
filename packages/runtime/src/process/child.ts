import { spawn } from 'node:child_process';
import type { ProcessLog } from './process-log.ts';
import { killGroup, type Watchdog } from './watchdog.ts';

/** What to start: a program with arguments, never by way of a shell, and all of its environment. */
export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A running process, the leader of a group of its own: what it starts ends with it. */
export interface Child {
  readonly pid: number;
  readonly alive: () => boolean;
  /** How it ended, for people, once it has: `code 1`, `SIGKILL`. Never rejects. */
  readonly ended: Promise<string>;
  /** Asks it to end (SIGTERM), and kills its group when it has not after `graceMs`. */
  readonly stop: (graceMs: number) => Promise<string>;
  readonly kill: () => void;
}

const LAST_WORDS_MS = 1000;

/** Starts a process that does not outlive this one, however this one ends. @throws ENOENT, EACCES */
export async function startChild(
  { command, args, directory, env }: ChildOptions,
  watchdog: Watchdog,
  log: ProcessLog,
): Promise<Child> {
  watchdog.open();
  const started = spawn(command, args, {
    cwd: directory,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = started;
  // In the same breath: whoever kills us in the next moment must not leave it behind.
  const release = pid === undefined ? () => {} : watchdog.guard(pid);
  for (const stream of [started.stdout, started.stderr]) {
    stream.on('data', (chunk: Buffer) => log.add(stream, chunk));
    stream.on('close', () => log.end(stream));
  }
  await new Promise<void>((resolve, reject) => {
    started.once('spawn', resolve).once('error', reject);
  });
  if (pid === undefined) throw new Error(`${command} has no process id.`);
  const kill = () => killGroup(pid);
  let alive = true;
  const { promise: ended, resolve } = Promise.withResolvers<string>();
  started.once('exit', (code, signal) => {
    alive = false;
    // What it has started may still be there, and hold our pipes open.
    kill();
    release();
    const how = signal ?? `code ${code}`;
    // What it said last is still in the pipes; one who left the group might hold them for ever.
    const timer = setTimeout(() => resolve(how), LAST_WORDS_MS);
    started.once('close', () => {
      clearTimeout(timer);
      resolve(how);
    });
  });
  return {
    pid,
    alive: () => alive,
    ended,
    kill: () => {
      if (alive) kill();
    },
    stop: async (graceMs) => {
      if (alive) started.kill('SIGTERM');
      const timer = setTimeout(() => {
        if (alive) kill();
      }, graceMs);
      const how = await ended;
      clearTimeout(timer);
      return how;
    },
  };
}
