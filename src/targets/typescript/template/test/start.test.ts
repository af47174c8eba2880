import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';

const root = new URL('..', import.meta.url);

/** Runs the service as its users do, on a database in memory and a free port. */
function run(environment: Readonly<Record<string, string>>) {
  const args = ['--disable-warning=ExperimentalWarning', 'src/main.ts'];
  const env = { PATH: process.env['PATH'], PORT: '0', DATABASE_FILE: ':memory:', ...environment };
  return spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The first line that the service prints; one that ends without a word is a failure, not a wait. */
async function firstLine(service: ReturnType<typeof run>): Promise<string> {
  const lines = createInterface(service.stdout);
  const [line] = await Promise.race([once(lines, 'line'), once(lines, 'close')]);
  return String(line);
}

test('says where it listens, answers, stops when told, and warns of nothing', async () => {
  const service = run({});
  const warnings = text(service.stderr);
  try {
    const line = await firstLine(service);
    const { url } = JSON.parse(line) as { url: string };
    const answer = await fetch(`${url}/health/ready`);
    assert.deepEqual(await answer.json(), { status: 'ok' });
    service.kill('SIGTERM');
    const [code] = await once(service, 'exit');
    assert.equal(code, 0);
    assert.equal(await warnings, '');
  } finally {
    service.kill('SIGKILL');
  }
});

test('does not start with wrong settings, and names them all', async () => {
  const service = run({ PORT: 'none', LOG_LEVEL: 'loud' });
  const line = await firstLine(service);
  assert.match(line, /PORT must be .*LOG_LEVEL must be /);
  const [code] = await once(service, 'exit');
  assert.equal(code, 1);
});
