import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/root.ts';

/** Hands over to a Node that runs `code`, as an old Node would. */
export function handOver(code: string) {
  const module = JSON.stringify(pathToFileURL(join(root, 'bin', 'hand-over.js')).href);
  const call = `handOver(process.execPath, ${JSON.stringify(['--eval', code])})`;
  return spawn(process.execPath, ['--eval', `import(${module}).then(({ handOver }) => ${call})`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
