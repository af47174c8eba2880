import { type ChildProcess, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../../../scripts/root.ts';

/** How a command ended. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command under way. */
export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has printed on stdout so far. */
  stdout(): string;
  /** Settles at the moment when stdout holds a text; never if it does not. */
  printed(text: string): Promise<void>;
  /** Waits until stdout matches. @throws when it ends before, or after `seconds` */
  until(pattern: RegExp, seconds?: number): Promise<RegExpExecArray>;
}

const bin = join(root, 'bin', 'microforge.js');

/** Shared by all tests and kept between runs, so that packages are installed once. */
const cache = join(tmpdir(), 'microforge-test-cache');
const compileCache = join(tmpdir(), 'node-compile-cache');

/** A folder of its own for one test file, in which the real command line runs as processes. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'mf-e2e-'));
  /** Where the commands put their temporary files. */
  readonly temporary = join(this.folder, 'tmp');
  readonly #running = new Set<ChildProcess>();

  constructor() {
    mkdirSync(this.temporary);
    // The services that it starts would compile their sources anew in an empty folder.
    mkdirSync(compileCache, { recursive: true });
    symlinkSync(compileCache, join(this.temporary, 'node-compile-cache'));
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  /** Runs `microforge …args` in the folder to its end. */
  async run(
    args: readonly string[],
    options: { readonly input?: string; readonly seconds?: number } = {},
  ): Promise<Ended> {
    const running = this.start(args, options.input);
    const timer = setTimeout(() => running.process.kill('SIGKILL'), (options.seconds ?? 60) * 1000);
    const ended = await running.ended;
    clearTimeout(timer);
    return ended;
  }

  /** Starts `microforge …args`, or another program of ours, in the folder. */
  start(args: readonly string[], input?: string, program = bin): Running {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: this.folder,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        TMPDIR: this.temporary,
        MICROFORGE_CACHE: cache,
        NODE_COMPILE_CACHE: compileCache,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#running.add(child);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // It may end without having read its input.
    child.stdin.on('error', () => undefined).end(input);
    const ended = new Promise<Ended>((resolve) => {
      child.once('close', (code) => {
        this.#running.delete(child);
        resolve({ code, stdout, stderr });
      });
    });
    return {
      process: child,
      ended,
      stdout: () => stdout,
      printed: (text) =>
        new Promise((resolve) => {
          child.stdout.on('data', () => {
            if (stdout.includes(text)) resolve();
          });
        }),
      until: async (pattern, seconds = 60) => {
        const deadline = performance.now() + seconds * 1000;
        for (;;) {
          const match = pattern.exec(stdout);
          if (match) return match;
          if (!this.#running.has(child) || performance.now() > deadline)
            throw new Error(`No ${pattern} in:\n${stdout}\n${stderr}`);
          await delay(20);
        }
      },
    };
  }

  /** What lies where temporary files go, but for Node's cache of compiled code. */
  temporaryFiles(): string[] {
    return readdirSync(this.temporary).filter((name) => name !== 'node-compile-cache');
  }

  /** Those that are still there after a while: who cleans up after a killed process may only be starting. */
  async strayFiles(): Promise<string[]> {
    for (let attempt = 0; attempt < 100 && this.temporaryFiles().length > 0; attempt += 1)
      await delay(100);
    return this.temporaryFiles();
  }

  /** Command lines of processes that work in our folder, or name it: what we started and what that started. */
  processes(): string[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .flatMap((pid) => {
        try {
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
          const at = readlinkSync(`/proc/${pid}/cwd`);
          return at.startsWith(this.folder) || command.includes(this.folder)
            ? [`${pid} ${command}`]
            : [];
        } catch {
          return [];
        }
      });
  }

  /** Waits up to five seconds until none of them is left; gives those that are. */
  async strayProcesses(): Promise<string[]> {
    for (let attempt = 0; attempt < 50 && this.processes().length > 0; attempt += 1)
      await delay(100);
    return this.processes();
  }

  /** Ends what still runs and removes the folder. */
  async remove(): Promise<void> {
    for (const child of this.#running) child.kill('SIGKILL');
    for (const line of await this.strayProcesses()) {
      try {
        process.kill(Number.parseInt(line, 10), 'SIGKILL');
      } catch {
        // It has just ended.
      }
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
