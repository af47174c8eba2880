import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Diagnostic } from '../config/diagnostic.ts';
import { Metrics } from '../metrics/metrics.ts';
import { checkGatewayConfig } from './check-gateway-config.ts';
import { measureGateway } from './gateway-metrics.ts';
import { gatewaySchema } from './gateway-schema.ts';
import { readGatewayConfig } from './read-gateway-config.ts';
import { testServers } from './test-gateway.ts';
import { watchGatewayConfig } from './watch-gateway-config.ts';

const servers = testServers();
const folder = mkdtempSync(join(tmpdir(), 'microforge-gateway-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'gateway.json');
const write = (content: unknown) =>
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 1));
const read = (content: unknown, environment = {}) => {
  write(content);
  return readGatewayConfig(file, environment);
};
const a = { url: 'http://127.0.0.1:1' };

describe('gateway.json', () => {
  it('is read with variables of the environment filled in', () => {
    const { value, diagnostics } = read(
      { services: { orders: { versions: { '1': { url: '${ORDERS:-http://localhost:1}/x' } } } } },
      { ORDERS: 'http://orders:80' },
    );
    assert.deepEqual(diagnostics, []);
    assert.equal(value?.services['orders']?.versions['1']?.url, 'http://orders:80/x');
  });

  const mistakes: [string, unknown, string, RegExp][] = [
    ['gateway/invalid-json', '{"services": }', '1:14', /value/i],
    ['gateway/invalid-json', '{"services": {}, "services": {}}', '1:18', /there twice/],
    ['gateway/invalid-config', {}, '1:1', /'services'/],
    [
      'gateway/invalid-config',
      { services: { orders: { versions: { a: { url: 'ftp://x' } } } } },
      '6:13',
      /pattern|match/,
    ],
    [
      'gateway/invalid-config',
      { services: { orders: { versions: { a: { url: 'http://u:p@h' } } } } },
      '6:13',
      /pattern|match/,
    ],
    [
      'gateway/invalid-config',
      { services: { orders: { versions: { a: { ...a, component: 'b' } } } } },
      '5:10',
      /exactly one/,
    ],
    ['gateway/invalid-config', { services: { orders: { versions: {} } } }, '4:16', /fewer than 1/],
    [
      'gateway/invalid-config',
      { services: { orders: { versions: { a }, wieght: 1 } } },
      '3:13',
      /"wieght"/,
    ],
    [
      'gateway/unset-variable',
      { services: { orders: { versions: { a: { url: 'http://${HOST}' } } } } },
      '6:13',
      /HOST/,
    ],
    [
      'gateway/no-such-version',
      { services: { orders: { versions: { a }, mirror: { version: 'b' } } } },
      '10:16',
      /"b"/,
    ],
    [
      'gateway/same-path',
      {
        services: {
          orders: { versions: { a } },
          carts: { paths: ['/x', '/orders/'], versions: { a } },
        },
      },
      '11:13',
      /"carts" and to "orders"/,
    ],
    [
      'gateway/auth-without-way',
      { services: { orders: { versions: { a }, auth: { mode: 'required' } } } },
      '9:12',
      /orders/,
    ],
  ];
  for (const [code, content, place, message] of mistakes) {
    it(`says what is wrong and where: ${code} ${String(message)}`, () => {
      const { value, diagnostics } = read(content);
      const [first] = diagnostics;
      assert.equal(value, undefined);
      assert.deepEqual(
        [first?.code, `${first?.source?.line}:${first?.source?.column}`],
        [code, place],
        JSON.stringify(diagnostics),
      );
      assert.match(first?.message ?? '', message);
    });
  }

  it('must be there, and must not be huge', () => {
    const codes = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }) =>
      diagnostics.map(({ code }) => code);
    assert.deepEqual(codes(readGatewayConfig(join(folder, 'none.json'))), [
      'gateway/unreadable-file',
    ]);
    assert.deepEqual(codes(read(`"${'x'.repeat(1_000_001)}"`)), ['gateway/unreadable-file']);
  });

  it('may leave it to the program to know callers', () => {
    const config = { services: { orders: { versions: { a }, auth: { mode: 'required' } } } };
    assert.deepEqual(checkGatewayConfig(config, { hasAuthenticate: true }), []);
  });

  it('has a published schema, the one that it is checked with', () => {
    const published = new URL('../../gateway.schema.json', import.meta.url);
    assert.deepEqual(JSON.parse(readFileSync(published, 'utf8')), gatewaySchema);
  });

  it('is followed while the gateway runs; a mistake changes nothing, a rollout’s versions stay', async () => {
    const [one, two] = [await servers.upstream('one'), await servers.upstream('two')];
    const config = { services: { orders: { versions: { a: { url: one.url } } } } };
    write(config);
    const { gateway, url } = await servers.gateway(config);
    let loaded = Promise.withResolvers<readonly Diagnostic[]>();
    const stop = watchGatewayConfig(gateway, file, {
      read: config,
      intervalMs: 10,
      onLoad: (diagnostics) => loaded.resolve(diagnostics),
    });
    const change = async (content: unknown) => {
      loaded = Promise.withResolvers();
      write(content);
      return (await loaded.promise).map(({ code }) => code);
    };
    const name = async (path: string) => {
      const answer = await fetch(url + path);
      await answer.arrayBuffer();
      return answer.headers.get('x-name') ?? String(answer.status);
    };
    assert.deepEqual(await change('{"services": '), ['gateway/invalid-json']);
    assert.equal(await name('/orders'), 'one');
    gateway.setVersions('orders', { b: { url: two.url } });
    const orders = { ...config.services.orders, paths: ['/api'] };
    assert.deepEqual(await change({ services: { orders } }), []);
    assert.deepEqual([await name('/orders'), await name('/api')], ['404', 'two']);
    assert.deepEqual(
      await change({ services: { orders: { versions: { c: { url: one.url } } } } }),
      [],
    );
    assert.equal(await name('/orders'), 'one');
    stop();
  });
});

describe('the metrics of a gateway', () => {
  it('count by service, version and outcome', async () => {
    const one = await servers.upstream('one');
    const { gateway, url } = await servers.gateway({
      services: { orders: { versions: { a: one } } },
    });
    const metrics = new Metrics();
    measureGateway(gateway, metrics);
    await (await fetch(`${url}/orders`)).text();
    await (await fetch(`${url}/orders`)).text();
    assert.match(
      metrics.render(),
      /requests_total\{service="orders",version="a",outcome="ok"\} 2\n/,
    );
  });
});
