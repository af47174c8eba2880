import { spawn, spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string>>;

/** A generated TypeScript service as a process. */
export interface StartedService {
  readonly url: string;
  /** What it printed on stdout. */
  log(): string;
  /** Sends SIGTERM and waits; gives the exit code. */
  stop(): Promise<number | null>;
}

/** Puts the packages of a generated service in place; one installation serves all with the same lock. */
export function installPackages(directory: string): void {
  const { packages } = JSON.parse(readFileSync(join(directory, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>;
  };
  const key = createHash('sha256').update(JSON.stringify(Object.entries(packages).slice(1)));
  const cache = join(tmpdir(), 'microforge-test-packages', key.digest('hex').slice(0, 16));
  if (!existsSync(cache)) {
    mkdirSync(join(cache, '..'), { recursive: true });
    const staging = mkdtempSync(`${cache}-`);
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(directory, file), join(staging, file));
    const made = run(staging, 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
    if (made.status !== 0) throw new Error(`npm ci: ${made.stderr}`);
    try {
      renameSync(staging, cache);
    } catch {
      // Another test was faster.
      rmSync(staging, { recursive: true });
    }
  }
  symlinkSync(join(cache, 'node_modules'), join(directory, 'node_modules'));
}

/** Runs a command in a folder to its end, for at most two minutes. */
export function run(
  directory: string,
  command: string,
  args: readonly string[],
  environment: Environment = {},
): SpawnSyncReturns<string> {
  const env = { ...process.env, ...environment };
  return spawnSync(command, args, { cwd: directory, env, encoding: 'utf8', timeout: 120_000 });
}

/** Arguments of `node` that start a generated service. */
export const mainFile = ['--disable-warning=ExperimentalWarning', 'src/main.ts'] as const;

/** Starts a service on a free port; gives it when it says where it listens. */
export async function startService(
  directory: string,
  environment: Environment,
): Promise<StartedService> {
  const child = spawn(process.execPath, mainFile, {
    cwd: directory,
    env: { PATH: process.env['PATH'], PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let log = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`It does not start: ${log}`)), 20_000);
    child.stdout.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      const found = /"url":"([^"]+)"/.exec(log)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`It ended: ${log}`)));
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    url,
    log: () => log,
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
