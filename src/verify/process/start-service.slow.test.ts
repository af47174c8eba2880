import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Children } from './children.ts';
import { ServiceStartError } from './service-start-error.ts';
import { startService } from './start-service.ts';

const directory = mkdtempSync(join(tmpdir(), 'microforge-test-'));
after(() => rmSync(directory, { recursive: true }));

/** Ready after a moment; keeps its database, its environment and a child of its own. */
const HEALTHY = `
import { createServer } from 'node:http';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
writeFileSync(process.env.DATABASE_FILE, String(child.pid));
let ready = false;
setTimeout(() => { ready = true; }, 50);
const server = createServer((_, response) => response.writeHead(ready ? 200 : 503).end());
server.listen(Number(process.env.PORT), process.env.HOST, () => {
  console.log('starting');
  console.log(JSON.stringify({ url: 'http://127.0.0.1:' + server.address().port, env: process.env }));
});
process.on('SIGTERM', () => process.exit(0));
`;

describe('startService', () => {
  it('waits until it is ready, and ends it with all its children and data', async () => {
    const service = await start(HEALTHY, { EXTRA: 'yes' });
    const response = await fetch(`${service.url}/health/ready`);
    assert.equal(response.status, 200);
    assert.ok(service.alive());
    const { env } = JSON.parse(service.log().split('\n')[1] ?? '') as {
      env: Record<string, string>;
    };
    assert.equal(env['EXTRA'], 'yes');
    assert.equal(env['PORT'], '0');
    const database = env['DATABASE_FILE'] ?? '';
    const grandchild = Number(readFileSync(database, 'utf8'));
    assert.deepEqual(await service.stop(), { code: 0 });
    assert.ok(!existsSync(database));
    await gone(grandchild);
  });

  it('says with what code a service ended, and what it printed', async () => {
    const starting = start(`console.error('PORT is wrong'); process.exit(1);`);
    await assert.rejects(starting, (error) => {
      assert.ok(error instanceof ServiceStartError);
      assert.equal(error.data.exitCode, 1);
      assert.match(error.data.log, /PORT is wrong/);
      return true;
    });
  });

  it('gives up on a service that never gets ready, and leaves nothing', async () => {
    const children = new Children();
    const pids: number[] = [];
    const watched = Object.assign(children, {
      start: async (...args: Parameters<Children['start']>) => {
        const child = await Children.prototype.start.apply(children, args);
        pids.push(child.pid);
        return child;
      },
    });
    await assert.rejects(
      start('setInterval(() => {}, 1000)', {}, watched),
      /not ready after 0.4 s/,
    );
    await gone(pids[0] ?? 0);
  });

  it('kills a service that does not stop when asked', async () => {
    const children = new Children();
    const child = await children.start({
      command: [
        process.execPath,
        '-e',
        `process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)`,
      ],
      cwd: directory,
      env: {},
    });
    while (!child.log.text().includes('up')) await delay(10);
    assert.equal(await child.stop(50), null);
    assert.ok(!child.alive());
  });

  it('ends with its caller', async () => {
    const code = `
      import { Children } from ${JSON.stringify(join(import.meta.dirname, 'children.ts'))};
      const child = await new Children().start({ command: [process.execPath, '-e', 'setInterval(() => {}, 1000)'], cwd: '/', env: {} });
      console.log(child.pid);
      process.exit(0);
    `;
    const children = new Children();
    const parent = await children.start({
      command: [process.execPath, '--input-type=module', '-e', code],
      cwd: directory,
      env: {},
    });
    await parent.ended;
    await gone(Number(parent.log.text()));
  });
});

function start(code: string, env: Record<string, string> = {}, children = new Children()) {
  writeFileSync(join(directory, 'main.mjs'), code);
  return startService(children, {
    command: [process.execPath, 'main.mjs'],
    directory,
    env,
    signal: new AbortController().signal,
    deadlineMs: code === HEALTHY ? 10_000 : 400,
  });
}

/** A killed process may take a moment to be gone. */
async function gone(pid: number): Promise<void> {
  assert.ok(pid > 0);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await delay(20);
  }
  assert.fail(`process ${pid} still runs`);
}
