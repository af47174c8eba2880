import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { seedLibrary } from '../../test/fixtures/seed-library.ts';
import { installPackages } from '../../test/support/install-packages.ts';
import { writeService } from '../../test/support/write-service.ts';
import { toolchain as python } from './toolchains/python.toolchain.ts';
import { toolchain as rust } from './toolchains/rust.toolchain.ts';
import { toolchain as typescript } from './toolchains/typescript.toolchain.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-stop-'));
after(() => rmSync(home, { recursive: true, force: true }));
const timeout = 900_000;

describe('SP-13.5: what has arrived before SIGTERM is answered', () => {
  for (const toolchain of [typescript, python, rust])
    it(`in ${toolchain.target}`, { timeout }, async (t) => {
      const directory = join(home, toolchain.target);
      await writeService(await seedLibrary(), directory, toolchain.target);
      const missing = await installPackages(toolchain, directory);
      if (missing !== undefined) return t.skip(missing);
      for (let run = 0; run < 3; run += 1) {
        const { answers, code } = await stoppedWhileBusy(directory, toolchain.start);
        // One of them had been answered before.
        assert.deepEqual(answers, ['200 200', '200'], `run ${run}`);
        assert.equal(code, 0);
      }
    });
});

/** A service whose process does not run while requests arrive, on a new connection and on one in use. */
async function stoppedWhileBusy(directory: string, command: readonly string[]) {
  const [program = '', ...args] = command;
  const service = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: directory,
    env: { PATH: process.env['PATH'], PORT: '0', DATABASE_FILE: ':memory:' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const lines = createInterface(service.stdout);
    // One that ends without a word is a failure, not a wait.
    const said: unknown[] = await Promise.race([once(lines, 'line'), once(lines, 'close')]);
    const line = String(said[0]);
    const { port } = new URL((JSON.parse(line) as { url: string }).url);
    const used = connect(Number(port));
    const answers = [answersOf(used)];
    used.write('GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(used, 'data');
    await wait(100);
    service.kill('SIGSTOP');
    const opened = connect(Number(port));
    answers.push(answersOf(opened));
    await once(opened, 'connect');
    for (const socket of [used, opened])
      socket.write('GET /api/plants HTTP/1.1\r\nHost: a\r\n\r\n');
    await wait(200);
    service.kill('SIGTERM');
    service.kill('SIGCONT');
    const [code] = (await once(service, 'exit')) as [number | null];
    return { answers: await Promise.all(answers), code };
  } finally {
    service.kill('SIGKILL');
  }
}

/** The statuses of all that comes on a connection until it ends. */
async function answersOf(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const ended = await new Promise<string>((resolve) => {
    socket.once('error', ({ message }) => resolve(` ${message}`)).once('end', () => resolve(''));
  });
  socket.end();
  return [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status).join(' ') + ended;
}
