import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../process/free-port.ts';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { codeOfCall } from '../test-components.ts';
import { ServiceHost, type ServiceHostOptions } from './service-host.ts';

const program = fileURLToPath(new URL('../http-component/test-process.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'microforge-processes-'));
const registry = new ServiceRegistry({ healthIntervalMs: 1e6 });
after(async () => {
  await registry.stop();
  rmSync(folder, { recursive: true });
});

const file = join(folder, 'services.json');
const write = (services: unknown) => writeFileSync(file, JSON.stringify({ services }));
const host = (options: Partial<ServiceHostOptions> = {}) =>
  new ServiceHost({ registry, files: [file], ...options });
const get = (service_id: string, path = '/') =>
  new ServiceEntrypoint(registry).execute({ service_id, data: { method: 'GET', path } });
const envOf = async (id: string) =>
  ((await get(id)) as { body: { env: Record<string, string> } }).body.env;
const node = (more: object) => ({
  kind: 'process',
  command: process.execPath,
  args: [program],
  ...more,
});

describe('processes of services.json', () => {
  it('run, change without losing a call, and go', async () => {
    const said: string[] = [];
    const hosting = host({ onLog: (id, line) => said.push(`${id} ${line}`) });
    const port = await freePort();
    write({ free: node({ env: { A: '1' } }), fixed: node({ port }) });
    const { diagnostics, added } = await hosting.load();
    assert.deepEqual([diagnostics, added], [[], ['fixed', 'free']]);
    assert.deepEqual(said.sort(), ['fixed listening', 'free listening']);
    assert.equal((await envOf('free'))['A'], '1');
    assert.equal((await envOf('fixed'))['PORT'], String(port));

    write({ free: node({ env: { A: '2' } }), fixed: node({ port, env: { A: '2' } }) });
    const codes: string[] = [];
    const loaded = new AbortController();
    const calling = (async () => {
      while (!loaded.signal.aborted) codes.push(await codeOfCall(get('free')));
    })();
    assert.deepEqual((await hosting.load()).changed, ['fixed', 'free']);
    loaded.abort();
    await calling;
    assert.deepEqual([new Set(codes), codes.length > 5], [new Set(['ok']), true]);
    assert.deepEqual([(await envOf('free'))['A'], (await envOf('fixed'))['A']], ['2', '2']);

    write({ free: node({ env: { A: '2' } }), fixed: node({ port, args: ['-e', '0'] }) });
    assert.deepEqual(
      (await hosting.load()).diagnostics.map(({ code }) => code),
      ['runtime/failed-start'],
    );
    write({ free: node({ env: { A: '2' } }), fixed: node({ port }) });
    assert.deepEqual((await hosting.load()).added, ['fixed']);
    write({});
    assert.deepEqual((await hosting.load()).removed, ['free', 'fixed']);
    await delay(1);
    assert.equal(await codeOfCall(get('free')), 'service-not-found');
  });

  it('are found by their folder, when somebody knows how', async () => {
    write({ forged: { kind: 'process', directory: './sub' } });
    const [problem] = (await host().load()).diagnostics;
    assert.equal(problem?.code, 'runtime/no-command');
    const asked: string[] = [];
    const hosting = host({
      prepare: async (directory) => {
        asked.push(directory);
        return { value: { command: process.execPath, args: [program] }, diagnostics: [] };
      },
    });
    write({ forged: { kind: 'process', directory: '.' } });
    assert.deepEqual((await hosting.load()).added, ['forged']);
    assert.deepEqual(asked, [folder]);
    assert.equal(await codeOfCall(get('forged')), 'ok');
  });
});
