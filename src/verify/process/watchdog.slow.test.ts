import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

/** Starts two children that never end, guards a folder, says their ids, and waits. */
const holder = `
import { Children } from ${JSON.stringify(new URL('children.ts', import.meta.url).href)};
const children = new Children();
const command = [process.execPath, '-e', 'setInterval(() => {}, 1000)'];
const first = await children.start({ command, cwd: '/', env: {} });
const second = await children.start({ command, cwd: '/', env: {} });
const release = children.guard({ folder: process.argv[1] });
if (process.argv[2] === 'release') release();
console.log(JSON.stringify([first.pid, second.pid]));
setInterval(() => {}, 1000);
`;

/** A zombie that nobody has collected yet is dead. */
const isAlive = (pid: number) => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

async function hold(mode: 'release' | 'hold') {
  const folder = mkdtempSync(join(tmpdir(), 'watchdog-'));
  const args = ['--input-type=module', '--eval', holder, folder, mode];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const pids = JSON.parse(line.toString()) as number[];
  const isDone = () => !pids.some(isAlive) && (mode === 'release' || !existsSync(folder));
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'close');
    for (let attempt = 0; attempt < 50 && !isDone(); attempt += 1) await delay(50);
  };
  return { folder, pids, kill };
}

it('ends every child and removes every folder of a process that was killed outright', async () => {
  // One run misleads: the moment decides.
  for (let round = 0; round < 5; round += 1) {
    const { folder, pids, kill } = await hold('hold');
    assert.deepEqual(pids.map(isAlive), [true, true]);
    await delay(round * 20);
    await kill();
    assert.deepEqual([...pids.map(isAlive), existsSync(folder)], [false, false, false]);
  }
});

it('ends what it was never told of: a process that a child has put into another group', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchdog-'));
  const outside = `const { spawn } = require('node:child_process');
spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', process.argv[1]], { detached: true, stdio: 'ignore' });
setInterval(() => {}, 1000);`;
  const holding = `
import { Children } from ${JSON.stringify(new URL('children.ts', import.meta.url).href)};
const command = [process.execPath, '-e', ${JSON.stringify(outside)}, process.argv[1]];
await new Children().start({ command, cwd: '/', env: {} });
setInterval(() => {}, 1000);
`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', holding, folder]);
  const until = async (isDone: () => boolean) => {
    for (let attempt = 0; attempt < 100 && !isDone(); attempt += 1) await delay(50);
  };
  await until(() => processesNaming(folder).length === 3);
  assert.equal(processesNaming(folder).length, 3);
  child.kill('SIGKILL');
  await until(() => processesNaming(folder).length === 0);
  assert.deepEqual(processesNaming(folder), []);
  rmSync(folder, { recursive: true });
});

it('leaves alone what was released before', async () => {
  const { folder, pids, kill } = await hold('release');
  await kill();
  assert.deepEqual([...pids.map(isAlive), existsSync(folder)], [false, false, true]);
  rmSync(folder, { recursive: true });
});

it('ends a child whose start had only begun', async () => {
  for (let round = 0; round < 8; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'watchdog-'));
    const killed = `
import { Children } from ${JSON.stringify(new URL('children.ts', import.meta.url).href)};
const command = [process.execPath, '-e', 'setInterval(() => {}, 1000)', process.argv[1]];
void new Children().start({ command, cwd: '/', env: {} });
process.kill(process.pid, 'SIGKILL');
`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', killed, folder]);
    await once(child, 'close');
    let left: readonly number[] = [0];
    for (let attempt = 0; attempt < 50 && left.length > 0; attempt += 1) {
      await delay(50);
      left = processesNaming(folder);
    }
    rmSync(folder, { recursive: true });
    for (const pid of left) process.kill(pid, 'SIGKILL');
    assert.deepEqual(left, []);
  }
});

it('removes a folder that was just being made', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'watchdog-'));
  // Killed before it hears that the folder is there.
  const killed = `
import { Children } from ${JSON.stringify(new URL('children.ts', import.meta.url).href)};
import { guardedFolder } from ${JSON.stringify(new URL('guarded-folder.ts', import.meta.url).href)};
void guardedFolder(new Children(), 'test');
const until = Date.now() + Number(process.argv[1]);
while (Date.now() < until);
process.kill(process.pid, 'SIGKILL');
`;
  for (let round = 0; round < 8; round += 1) {
    const args = ['--input-type=module', '--eval', killed, String(round * 10)];
    const child = spawn(process.execPath, args, { env: { TMPDIR: temporary } });
    await once(child, 'close');
    let left = readdirSync(temporary);
    for (let attempt = 0; attempt < 50 && left.length > 0; attempt += 1) {
      await delay(50);
      left = readdirSync(temporary);
    }
    assert.deepEqual(left, []);
  }
  rmSync(temporary, { recursive: true });
});

function processesNaming(text: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return isAlive(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
      } catch {
        return false;
      }
    });
}
