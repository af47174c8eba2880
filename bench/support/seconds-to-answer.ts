import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/root.ts';

/**
 * Seconds from `forge bench/requirements/tasks.md --run` to the first answer of the service that it makes.
 * @throws when it ends without one
 */
export async function secondsToAnswer(out: string, options: readonly string[]): Promise<number> {
  const requirements = join(root, 'bench/requirements/tasks.md');
  const args = ['forge', requirements, '--out', out, '--run', '--port', '0', '--json', ...options];
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'bin/microforge.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + String(chunk)).slice(-2000)));
  const ended = once(child, 'close');
  const timer = setTimeout(() => child.kill('SIGKILL'), 120_000);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const event = JSON.parse(line) as { event: string; url?: string };
      if (event.event !== 'ready') continue;
      const response = await fetch(`${event.url}/openapi.json`);
      if (response.status === 200) return (performance.now() - started) / 1000;
    }
    throw new Error(`forge --run ended without an answer: ${said}`);
  } finally {
    child.kill('SIGTERM');
    await ended;
    clearTimeout(timer);
  }
}
