import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { notes } from '../../test/fixtures/workshop.ts';
import { writeService } from '../../test/support/write-service.ts';
import { command } from './run.command.ts';
import { runCommandLine } from './test-ports.ts';

const cwd = mkdtempSync(join(tmpdir(), 'host-'));
const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], GREETING: 'Hello' };
before(async () => {
  await writeService(notes(), join(cwd, 'notes'));
  cpSync(join(cwd, 'notes'), join(cwd, 'copy'), { recursive: true });
  const source = new URL('../../packages/runtime/src/index.ts', import.meta.url).href;
  writeFileSync(
    join(cwd, 'greeter.mjs'),
    `import { defineInterface } from ${JSON.stringify(source)};
    const config = { type: 'object', required: ['greeting'] };
    export class Greeter {
      metadata = { interface: defineInterface({ name: 'greeter', version: '1.0.0', input: true, output: true, config }) };
      execute({ config, data }) { return config.greeting + ' ' + data; }
    }`,
  );
});
after(() => rmSync(cwd, { recursive: true }));

const write = (greeter: object, file = 'services.json') =>
  writeFileSync(
    join(cwd, file),
    JSON.stringify({
      services: {
        greeter: {
          module: './greeter.mjs',
          class: 'Greeter',
          config: { greeting: '${GREETING}' },
          ...greeter,
        },
        tasks: { kind: 'process', directory: './notes', env: { DATABASE_FILE: ':memory:' } },
      },
    }),
  );

/** Runs a command line; gives its events as they come. */
function run(args: readonly string[]) {
  const stop = new AbortController();
  let stdout = '';
  const ended = runCommandLine([command], ['run', ...args], {
    cwd,
    env,
    signal: stop.signal,
    stdout: { write: (text) => (stdout += text) },
  });
  const events = () =>
    stdout
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const event = async (name: string) => {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const found = events().find((each) => each['event'] === name);
      if (found !== undefined) return found;
      await delay(50);
    }
    throw new Error(`no event ${name}: ${stdout}`);
  };
  return { ended, event, events, stop: () => stop.abort(), text: () => stdout };
}

describe('run of components', () => {
  it('hosts a class and a forged service, follows changes of the file, and stops', async () => {
    write({});
    const { ended, event, events, stop } = run(['services.json', '--json', '--logs']);
    await event('ready');
    const components = events().filter((each) => each['event'] === 'component');
    assert.deepEqual(
      components.map(({ id, state }) => [id, state]),
      [
        ['greeter', 'ready'],
        ['tasks', 'ready'],
      ],
    );
    const url = String(components[1]?.['url']);
    assert.equal((await fetch(`${url}/api/notes`)).status, 200);
    assert.ok(events().some((each) => each['event'] === 'log' && each['id'] === 'tasks'));
    write({ config: { greeting: 'Bye' } });
    const { added, changed, removed } = await event('reload');
    assert.deepEqual([added, changed, removed], [[], ['greeter'], []]);
    stop();
    const { code, stderr } = await ended;
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(await event('result'), {
      event: 'result',
      services: ['greeter', 'tasks'],
      lost: 0,
    });
    await assert.rejects(fetch(`${url}/health/live`));
  });

  it('hosts several folders side by side, and says where', async () => {
    const { ended, stop, text } = run(['notes', 'copy']);
    while (!text().includes('Ctrl-C')) await delay(50);
    const urls = [...text().matchAll(/^(\S+) +(http:\S+)$/gm)];
    assert.deepEqual(
      urls.map(([, id]) => id),
      ['notes', 'notes-2'],
    );
    const statuses = await Promise.all(
      urls.map(async ([, , url]) => (await fetch(`${url}/health/ready`)).status),
    );
    assert.deepEqual(statuses, [200, 200]);
    stop();
    assert.equal((await ended).code, 0);
  });

  it('puts a gateway before the components, that follows its file', async () => {
    write({});
    const route = (path: string) =>
      writeFileSync(
        join(cwd, 'gateway.json'),
        JSON.stringify({
          services: { hello: { paths: [path], versions: { '1.0.0': { component: 'greeter' } } } },
        }),
      );
    route('/hello');
    const flags = ['services.json', '--gateway', 'gateway.json', '--port', '0', '--json'];
    const { ended, event, stop } = run(flags);
    const url = String((await event('gateway'))['url']);
    const ask = async (path: string) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(url + path, { method: 'POST', headers, body: '"Ada"' });
      return [answer.status, answer.ok ? await answer.json() : undefined];
    };
    assert.deepEqual(await ask('/hello'), [200, 'Hello Ada']);
    route('/hi');
    await event('gateway-reload');
    assert.deepEqual(await ask('/hi'), [200, 'Hello Ada']);
    const { port } = new URL(url);
    const taken = await run([...flags.slice(0, 4), port, '--json']).ended;
    assert.deepEqual([taken.code, taken.stderr.includes('cli/no-gateway')], [1, true]);
    stop();
    assert.deepEqual([(await ended).code, (await event('result'))['lost']], [0, 0]);
    writeFileSync(join(cwd, 'gateway.json'), '{"services": {"hello": {}}}');
    const wrong = await run(flags).ended;
    assert.deepEqual([wrong.code, wrong.stderr.includes('gateway/')], [1, true]);
  });

  it('says what is wrong, with its place', async () => {
    write({ class: 'Nobody' });
    writeFileSync(join(cwd, 'off.json'), '{"services": {"tasks": null}}');
    const nothing = await run(['services.json', 'off.json']).ended;
    assert.equal(nothing.code, 1);
    assert.match(nothing.stderr, /runtime\/wrong-export.*Nobody[\s\S]*services\.json:1:\d+/);
    const empty = await run(['off.json', '--json']).ended;
    assert.deepEqual([empty.code, empty.stderr.includes('cli/nothing-to-host')], [1, true]);
    const port = await run(['notes', 'copy', '--port', '0', '--json']).ended;
    assert.deepEqual([port.code, port.stderr.includes('cli/port-of-many')], [2, true]);
    for (const url of ['nats://user:secret@127.0.0.1:1', 'x://user:secret@y']) {
      const { code, stderr } = await run(['services.json', '--bus', url, '--json']).ended;
      assert.deepEqual([code, stderr.includes('cli/no-bus')], [1, true]);
      assert.ok(!stderr.includes('secret'));
    }
  });
});
