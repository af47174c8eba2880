// needs: nats-server
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

  it('answers HTTP behind a gateway', async () => {
    const child = spawn(
      process.execPath,
      [
        'bin/microforge.js',
        'run',
        'examples/runtime-tour/services.json',
        '--gateway',
        'examples/runtime-tour/gateway.json',
        '--port',
        '0',
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      let said = '';
      while (!said.includes('Ctrl-C')) said += String(await once(child.stdout, 'data'));
      const [url = ''] = /http:\S+/.exec(said) ?? [];
      const greeting = (await (await fetch(`${url}/greet?name=Ada`)).json()) as { text: string };
      assert.equal(greeting.text, 'Hello, Ada!');
      const welcome = await fetch(`${url}/welcome`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"guests":["Ada","Grace"]}',
      });
      assert.deepEqual(await welcome.json(), ['Hello, Ada!', 'Hello, Grace!']);
      child.kill('SIGTERM');
      assert.deepEqual(await once(child, 'exit'), [0, null]);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('sends the spans of its calls where OTEL_ variables say, and says which it does not understand', async () => {
    const received: string[] = [];
    const collector = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        received.push(body);
        response.end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const nats = await startNats();
    assert.ok(nats);
    const { port } = collector.address() as AddressInfo;
    const child = spawn(
      process.execPath,
      ['bin/microforge.js', 'run', 'examples/runtime-tour/services.json'],
      {
        cwd: root,
        env: {
          ...process.env,
          BUS_URL: nats.url,
          OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
          OTEL_SERVICE_NAME: 'tour',
          OTEL_TRACES_SAMPLER: 'some_of_them',
        },
      },
    );
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    try {
      for (let said = ''; !said.includes('Ctrl-C');)
        said += String(await once(child.stdout, 'data'));
      assert.match(
        run(['examples/runtime-tour/call.ts'], { BUS_URL: nats.url }).stdout,
        /^300 calls/m,
      );
      child.kill('SIGTERM');
      assert.deepEqual(await once(child, 'exit'), [0, null]);
    } finally {
      child.kill('SIGKILL');
      await nats.stop();
      collector.close();
      collector.closeAllConnections();
    }
    assert.match(stderr, /telemetry\/wrong-variable[^]*OTEL_TRACES_SAMPLER/);
    const spans = received.flatMap((body) => body.match(/"name":"(greeter|reception)"/g) ?? []);
    assert.ok(spans.length >= 300, `${spans.length} spans`);
    assert.ok(received.every((body) => body.includes('"stringValue":"tour"')));
  });
});
