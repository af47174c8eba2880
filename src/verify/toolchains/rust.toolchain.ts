import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cargoTestCounts } from './cargo-test-counts.ts';
import type { InstallHost, Toolchain } from './toolchain.ts';
import { ToolchainMissing } from './toolchain-missing.ts';

/**
 * Rust; crates are compiled once for all services, which have the same lock file. Only what a service is
 * made of itself stands in its own folder, as long as its gates run.
 */
export const toolchain: Toolchain = {
  target: 'rust',
  tools: {
    format: ['cargo', 'fmt', '--check'],
    types: ['cargo', 'clippy', '--quiet', '--locked', '--all-targets', '--', '-D', 'warnings'],
    tests: ['cargo', 'test', '--quiet', '--locked'],
  },
  start: ['target/debug/server'],
  async install(host) {
    await findCargo(host);
    const made: string[] = [];
    const make = async (path: string, create: () => Promise<unknown>) => {
      if (await stat(path).catch(() => undefined)) return;
      await create();
      made.push(path);
    };
    const remove = async () => {
      for (const path of made) await rm(path, { recursive: true, force: true });
    };
    try {
      const shared = join(host.cache, 'cargo', 'build');
      const config = `[build]\nbuild-dir = ${JSON.stringify(shared)}\n`;
      await mkdir(shared, { recursive: true });
      await make(join(host.directory, 'target'), () => mkdir(join(host.directory, 'target')));
      await make(join(host.directory, '.cargo'), async () => {
        await mkdir(join(host.directory, '.cargo'));
        await writeFile(join(host.directory, '.cargo', 'config.toml'), config);
      });
      await build(host);
    } catch (error) {
      await remove();
      throw error;
    }
    return { remove };
  },
  testCounts: cargoTestCounts,
};

async function findCargo(host: InstallHost): Promise<void> {
  const found = await attempt(host, ['cargo', '--version']);
  if (found?.code !== 0) throw new ToolchainMissing('cargo not found');
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(found.stdout) ?? []).slice(1).map(Number);
  if (major < 1 || (major === 1 && minor < OLDEST)) {
    throw new ToolchainMissing(`Rust 1.${OLDEST} or newer not found`);
  }
  for (const part of ['fmt', 'clippy']) {
    const there = await attempt(host, ['cargo', part, '--version']);
    if (there?.code !== 0) throw new ToolchainMissing(`cargo ${part} not found`);
  }
}

/** `rust-version` of the services. */
const OLDEST = 94;

/** What does not compile is what the gates are there to tell; crates that can't be had are not. */
async function build(host: InstallHost): Promise<void> {
  const fetched = await attempt(host, ['cargo', 'fetch', '--quiet', '--locked']);
  if (fetched?.code !== 0) {
    const why = (fetched?.stderr ?? '').trim().split('\n').at(-1)?.slice(0, 300);
    throw new ToolchainMissing(`the crates could not be fetched: ${why}`);
  }
  await attempt(host, ['cargo', 'build', '--quiet', '--locked']);
}

/** Runs a command; undefined if it could not be started. */
async function attempt(host: InstallHost, command: readonly [string, ...string[]]) {
  try {
    return await host.execute(command, host.directory);
  } catch {
    host.signal.throwIfAborted();
    return undefined;
  }
}
