// needs: nats-server
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'yaml';
import { startNats } from '../bench/support/nats-server.ts';
import { root } from '../scripts/root.ts';

const run = (args: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 30_000,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
  });

const told = `greeter is ready
reception is ready
[ 'Hello, Ada!', 'Hello, Grace!' ]
Map(2) { 'greeter ok' => 2, 'reception ok' => 1 }
invalid-input
[ 'Good evening, Ada!', 'Good evening, Grace!' ]
[ 'Good evening, Alan!' ]
calls lost: 0
[ 'Good evening, Ada!', 'Good evening, Grace!' ]
`;

describe('examples/runtime-tour', () => {
  it('does the same without a server and with NATS', async () => {
    const alone = run(['examples/runtime-tour/tour.ts']);
    assert.deepEqual([alone.status, alone.stdout, alone.stderr], [0, told, '']);
    const nats = await startNats();
    assert.ok(nats);
    try {
      const { status, stdout, stderr } = run(['examples/runtime-tour/tour.ts'], {
        BUS_URL: nats.url,
      });
      assert.deepEqual([status, stdout, stderr], [0, told, '']);
    } finally {
      await nats.stop();
    }
  });

  it('has a compose file whose commands work: three processes share the calls, and none is lost when one stops', async () => {
    const file = readFileSync(join(root, 'examples/runtime-tour/compose.yaml'), 'utf8');
    const { services } = parse(file) as {
      services: Record<string, { command: string[]; deploy?: { replicas: number } }>;
    };
    const { greeter, call } = services;
    const nats = await startNats();
    assert.ok(nats && greeter && call);
    const env = { ...process.env, BUS_URL: nats.url };
    const children = Array.from({ length: greeter.deploy?.replicas ?? 0 }, () =>
      spawn(process.execPath, greeter.command.slice(1), {
        cwd: root,
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    try {
      await Promise.all(
        children.map(async ({ stdout }) => {
          for (let said = ''; !said.includes('Ctrl-C');) said += String(await once(stdout, 'data'));
        }),
      );
      const ask = () => run(call.command.slice(1), { BUS_URL: nats.url }).stdout;
      assert.match(ask(), /^300 calls, 3 processes$/m);
      // Asked to stop in the middle of calls: those that it has it answers, the others take the rest.
      const [first] = children;
      const calling = spawn(process.execPath, call.command.slice(1), {
        cwd: root,
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      calling.stdout.on('data', (chunk) => (said += String(chunk)));
      await delay(150);
      first?.kill('SIGTERM');
      assert.ok(first);
      const [code] = (await once(first, 'exit')) as [number];
      if (calling.exitCode === null) await once(calling, 'close');
      assert.equal(code, 0);
      assert.match(said, /^300 calls/m);
      assert.match(ask(), /^300 calls, 2 processes$/m);
    } finally {
      for (const child of children) child.kill('SIGKILL');
      await nats.stop();
    }
  });
});
