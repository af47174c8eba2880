import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runService } from '#verify';
import { root } from '../../scripts/root.ts';
import { runTimed } from './run-timed.ts';

/** A generated service with its dependencies, ready to be started by `node …start` in its folder. */
export interface ForgedForBench {
  readonly directory: string;
  readonly start: readonly string[];
  /** The SQL of its tables. */
  readonly migration: string;
}

/** Forges `bench/requirements/tasks.md`, and runs it once: that installs its dependencies. */
export async function forgeForBench(directory: string): Promise<ForgedForBench> {
  const requirements = join(root, 'bench/requirements/tasks.md');
  const bin = join(root, 'bin/microforge.js');
  await runTimed([bin, 'forge', requirements, '--no-verify', '--out', directory]);
  const { value: service, diagnostics } = await runService({
    directory,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATABASE_FILE: ':memory:' },
    signal: AbortSignal.timeout(180_000),
  });
  if (!service) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  await service.stop();
  // What `npm start` does.
  await runTimed(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    cwd: directory,
  });
  const folder = join(directory, 'migrations/sqlite');
  const migrations = readdirSync(folder);
  const [first, second] = migrations;
  if (first === undefined || second !== undefined)
    throw new Error(`The rival needs one migration, there are ${migrations.length}.`);
  return { directory, start: ['dist/main.js'], migration: join(folder, first) };
}
