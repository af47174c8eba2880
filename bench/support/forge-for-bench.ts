import { join } from 'node:path';
import { prepareService } from '#verify';
import { root } from '../../scripts/root.ts';
import { runTimed } from './run-timed.ts';

/**
 * Forges `bench/requirements/tasks.md`, and installs its dependencies.
 * @throws when this machine can't
 */
export async function forgeForBench(directory: string, target = 'typescript'): Promise<void> {
  const requirements = join(root, 'bench/requirements/tasks.md');
  const bin = join(root, 'bin/microforge.js');
  const options = ['--no-verify', '--target', target, '--out', directory];
  await runTimed([bin, 'forge', requirements, ...options]);
  const { value, diagnostics } = await prepareService({
    directory,
    env: process.env,
    signal: AbortSignal.timeout(580_000),
  });
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
}
