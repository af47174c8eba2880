import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { InterfaceChange } from '../component/compare-interfaces.ts';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { type LoadReport, ServiceHost } from './service-host.ts';

const source = new URL('../component/interface.ts', import.meta.url).href;

/** A module with components, as a user would write it in plain JavaScript. */
const modules = `
import { defineInterface } from ${JSON.stringify(source)};
const config = {
  type: 'object',
  properties: { greeting: { type: 'string' }, times: { type: 'integer' }, loud: { type: 'boolean' } },
  required: ['greeting'],
  additionalProperties: false,
};
const greeter = defineInterface({ name: 'greeter', version: '1.0.0', input: true, output: true, config });
export class Greeter {
  metadata = { interface: greeter };
  handleConfigChange({ greeting }) { if (greeting === 'Damn') throw new Error('not in this house'); }
  execute({ config }) { return config; }
}
export class Numbers extends Greeter {
  metadata = { interface: { ...greeter, version: '2.0.0', output: { type: 'object' } } };
}
export class Broken extends Greeter { initialize() { throw new Error('no disk'); } }
export class Nothing {}
export class Throws { constructor() { throw new Error('bad constructor'); } }
export const number = 1;
`;

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder with modules, files to write, and a host for them. */
function start(environment: Record<string, string> = {}, names = ['services.json']) {
  const folder = mkdtempSync(join(tmpdir(), 'microforge-host-'));
  folders.push(folder);
  writeFileSync(join(folder, 'modules.mjs'), modules);
  writeFileSync(join(folder, 'broken.mjs'), 'throw new Error("broken in line 1\\nmore");');
  const registry = new ServiceRegistry({ healthIntervalMs: 1e6 });
  const files = names.map((name) => join(folder, name));
  const changes: InterfaceChange[] = [];
  const onInterfaceChange = (_id: string, change: InterfaceChange) => changes.push(change);
  const host = new ServiceHost({ registry, files, environment, onInterfaceChange });
  const write = (content: unknown, name = 'services.json') =>
    writeFileSync(
      join(folder, name),
      typeof content === 'string' ? content : JSON.stringify(content, null, 1),
    );
  const call = (service_id: string) =>
    new ServiceEntrypoint(registry).execute({ service_id, data: {} });
  return { registry, host, write, call, changes, folder };
}

const service = (name: string, config: object = { greeting: 'Hi' }) => ({
  module: './modules.mjs',
  class: name,
  config,
});
const codes = ({ diagnostics }: LoadReport) => diagnostics.map(({ code }) => code);

describe('services.json', () => {
  it('is loaded, with variables of the environment', async () => {
    const { host, write, call } = start({ NAME: 'Ada', TIMES: '3', LOUD: 'true', ODD: '7' });
    const config = {
      greeting: '${NAME} costs $$5, ${OTHER:-by the way}',
      times: '${TIMES}',
      loud: '${LOUD}',
    };
    write({
      services: { a: service('Greeter', config), b: service('Greeter', { greeting: '${ODD}' }) },
    });
    assert.deepEqual(await host.load(), {
      diagnostics: [],
      added: ['a', 'b'],
      changed: [],
      removed: [],
    });
    assert.deepEqual(await call('a'), {
      greeting: 'Ada costs $5, by the way',
      times: 3,
      loud: true,
    });
    assert.deepEqual(await call('b'), { greeting: '7' });
  });

  it('merges: later files win, null takes out', async () => {
    const { host, write, call, registry } = start({}, ['services.json', 'local.json']);
    write({
      services: { a: service('Greeter', { greeting: 'Hi', times: 1 }), b: service('Greeter') },
    });
    write({ services: { a: { config: { times: 2 } }, b: null } }, 'local.json');
    assert.deepEqual(codes(await host.load()), []);
    assert.deepEqual(await call('a'), { greeting: 'Hi', times: 2 });
    assert.deepEqual(
      registry.find().map(({ id }) => id),
      ['a'],
    );
  });

  const mistakes: [code: string, content: unknown, place: string, message: RegExp][] = [
    ['runtime/invalid-json', '{"services": {}\n,}', '2:2', /Expected a text/],
    [
      'runtime/duplicate-key',
      '{"services": {"a": null,\n  "a": null}}',
      '2:3',
      /"a" is there twice/,
    ],
    [
      'runtime/invalid-services',
      { services: { A: null } },
      '2:14',
      /the name "A" must match pattern/,
    ],
    ['runtime/invalid-services', { services: { a: { modul: 'x' } } }, '3:8', /\("modul"\)/],
    ['runtime/invalid-services', { services: { a: { module: './x' } } }, '3:8', /needs "class"/],
    [
      'runtime/unset-variable',
      { services: { a: service('Greeter', { greeting: '${NOPE}' }) } },
      '7:17',
      /NOPE is not set/,
    ],
    [
      'runtime/no-such-module',
      { services: { a: { ...service('Greeter'), module: './nope.mjs' } } },
      '4:14',
      /no module ".\/nope.mjs"/,
    ],
    [
      'runtime/no-such-module',
      { services: { a: { ...service('Greeter'), module: 'no-such-package' } } },
      '4:14',
      /no-such-package/,
    ],
    [
      'runtime/broken-module',
      { services: { a: { ...service('Greeter'), module: './broken.mjs' } } },
      '4:14',
      /broken in line 1\.$/,
    ],
    ['runtime/wrong-export', { services: { a: service('Greter') } }, '5:13', /no class "Greter"/],
    ['runtime/wrong-export', { services: { a: service('number') } }, '5:13', /no class "number"/],
    [
      'runtime/not-a-component',
      { services: { a: service('Nothing') } },
      '5:13',
      /no method "execute"/,
    ],
    ['runtime/not-a-component', { services: { a: service('Throws') } }, '5:13', /bad constructor/],
    [
      'runtime/wrong-config',
      { services: { a: service('Greeter', { greeting: 1 }) } },
      '7:17',
      /config\/greeting must be string/,
    ],
    [
      'runtime/wrong-config',
      { services: { a: service('Greeter', { greeting: '', times: '3' }) } },
      '8:14',
      /config\/times must be integer/,
    ],
    [
      'runtime/wrong-config',
      { services: { a: service('Greeter', {}) } },
      '6:14',
      /required property 'greeting'/,
    ],
    ['runtime/failed-start', { services: { a: service('Broken') } }, '3:8', /no disk/],
  ];
  for (const [code, content, place, message] of mistakes) {
    it(`says what is wrong and where: ${code} ${String(message)}`, async () => {
      const { host, write, registry } = start();
      write(content);
      const { diagnostics } = await host.load();
      const [first] = diagnostics;
      assert.deepEqual(
        diagnostics.map((each) => each.code),
        [code],
      );
      assert.equal(`${first?.source?.line}:${first?.source?.column}`, place);
      assert.match(first?.message ?? '', message);
      assert.notEqual(first?.help, '');
      assert.deepEqual(registry.status(), []);
    });
  }

  it('names the exports that are there, and files that cannot be read', async () => {
    const { host, write } = start();
    assert.deepEqual(codes(await host.load()), ['runtime/unreadable-file']);
    write({ services: { a: service('Greter') } });
    const { diagnostics } = await host.load();
    assert.match(diagnostics[0]?.help ?? '', /Broken, Greeter, Nothing, Numbers, Throws, number/);
    write(`"${'x'.repeat(1_000_001)}"`);
    assert.deepEqual(codes(await host.load()), ['runtime/unreadable-file']);
  });
});

describe('a changed services.json', () => {
  it('changes configurations without a restart; what is refused stays as it was', async () => {
    const { host, write, call, registry } = start();
    const load = (config: object) => {
      write({ services: { a: service('Greeter', config) } });
      return host.load();
    };
    await load({ greeting: 'Hi' });
    const component = registry.get('a').component;
    assert.deepEqual((await load({ greeting: 'Good day' })).changed, ['a']);
    assert.deepEqual(await call('a'), { greeting: 'Good day' });
    assert.deepEqual(codes(await load({ greeting: 'Damn' })), ['runtime/config-refused']);
    assert.deepEqual(codes(await load({ greeting: 5 })), ['runtime/wrong-config']);
    write('{"services": ');
    assert.deepEqual(codes(await host.load()), ['runtime/invalid-json']);
    assert.deepEqual(await call('a'), { greeting: 'Good day' });
    assert.equal(registry.get('a').component, component);
  });

  it('adds, replaces and removes; a replacement has a verdict and loses no call', async () => {
    const { host, write, call, registry, changes } = start();
    write({ services: { a: service('Greeter'), b: service('Greeter') } });
    await host.load();
    write({ services: { a: service('Numbers'), c: service('Greeter') } });
    const loading = host.load();
    const during = Promise.all(Array.from({ length: 50 }, () => call('a')));
    const report = await loading;
    await during;
    assert.deepEqual([report.added, report.changed, report.removed], [['c'], ['a'], ['b']]);
    assert.deepEqual(
      registry.find().map(({ id }) => id),
      ['a', 'c'],
    );
    assert.equal(changes[0]?.verdict, 'compatible');
  });

  it('is seen by watch', async () => {
    const { host, write, call } = start();
    write({ services: { a: service('Greeter') } });
    await host.load();
    const { promise, resolve } = Promise.withResolvers<LoadReport>();
    const stop = host.watch(resolve, 10);
    write({ services: { a: service('Greeter', { greeting: 'a longer greeting' }) } });
    assert.deepEqual((await promise).changed, ['a']);
    stop();
    assert.deepEqual(await call('a'), { greeting: 'a longer greeting' });
  });
});

describe('services.schema.json', () => {
  it('is the schema that files are checked with', async () => {
    const { servicesSchema } = await import('./services-schema.ts');
    const published = new URL('../../services.schema.json', import.meta.url);
    assert.deepEqual(JSON.parse(readFileSync(published, 'utf8')), servicesSchema);
  });
});
