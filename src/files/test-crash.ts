import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { publish } from './publish.ts';
import { recover } from './recover.ts';
import { prepare } from './test-service.ts';

/**
 * For the slow test, as a process of its own: `recover|publish DIR VERSION KILL`. Dies by SIGKILL right
 * before its KILL-th call (0: never) that changes the file system, and prints how many there were.
 */
async function run(mode: string, outDir: string, version: number, killAt: number): Promise<void> {
  const prepared = mode === 'publish' ? prepare(outDir, version) : undefined;
  const calls = countChanges(killAt);
  process.stdout.write('go\n');
  if (prepared === undefined) recover(outDir);
  else await publish(prepared.staging, prepared.plan);
  process.stdout.write(`${calls()}\n`);
}

function countChanges(killAt: number): () => number {
  let calls = 0;
  const names = [
    'rename',
    'link',
    'symlink',
    'unlink',
    'rmdir',
    'rm',
    'mkdir',
    'open',
    'write',
    'chmod',
    'lutimes',
  ] as const;
  for (const name of names) {
    const original: (...args: never[]) => unknown = fs[`${name}Sync`];
    Object.assign(fs, {
      [`${name}Sync`]: (...args: never[]): unknown => {
        if (++calls === killAt) process.kill(process.pid, 'SIGKILL');
        return original(...args);
      },
    });
  }
  syncBuiltinESMExports();
  return () => calls;
}

const [mode = '', outDir = '', version, killAt] = process.argv.slice(2);
await run(mode, outDir, Number(version), Number(killAt));
