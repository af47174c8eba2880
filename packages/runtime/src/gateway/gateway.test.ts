import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EmbeddedBus } from '../bus/embedded/embedded-bus.ts';
import { callOverBus } from '../remote/bus-call.ts';
import { serveOnBus } from '../remote/serve-on-bus.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { component, Greeter } from '../test-components.ts';
import { testServers } from './test-gateway.ts';

const servers = testServers();
const nameAt = async (url: string, init: RequestInit = {}) => {
  const answer = await fetch(url, init);
  await answer.arrayBuffer();
  return answer.headers.get('x-name') ?? String(answer.status);
};

describe('a gateway finds the version of a service', () => {
  it('by weight', async () => {
    const [one, two] = [await servers.upstream('one'), await servers.upstream('two')];
    const versions = { a: { url: one.url, weight: 3 }, b: { url: two.url, weight: 1 } };
    const { url, ends } = await servers.gateway({ services: { orders: { versions } } });
    const names = await Promise.all(Array.from({ length: 100 }, () => nameAt(`${url}/orders`)));
    const share = names.filter((name) => name === 'two').length;
    assert.ok(share > 8 && share < 45, `${share}`);
    assert.equal(ends.length, 100);
    assert.ok(ends.every(({ outcome, service }) => outcome === 'ok' && service === 'orders'));
  });

  it('by the longest path, by a header that is allowed to choose, and by the path of a version', async () => {
    const names = ['one', 'two', 'three', 'open'];
    const [one, two, three, open] = await Promise.all(names.map((name) => servers.upstream(name)));
    const { url } = await servers.gateway({
      services: {
        orders: {
          paths: ['/api/orders', '/api/carts/'],
          versionHeader: 'X-Version',
          versions: {
            '1.0.0': { url: one!.url },
            '1.1.0': { url: two!.url, weight: 0 },
            '2.0.0': { url: three!.url, weight: 0, paths: ['/v2/orders'] },
          },
        },
        site: { paths: ['/'], versions: { '1.0.0': { url: open!.url } } },
      },
    });
    const asked = (version: string) => ({ headers: { 'x-version': version } });
    assert.deepEqual(
      [
        await nameAt(`${url}/api/orders`),
        await nameAt(`${url}/api/carts/1`),
        await nameAt(`${url}/api/orders/1?x=/`, asked('1.1.0')),
        await nameAt(`${url}/api/orders`, asked('9')),
        await nameAt(`${url}/v2/orders/7`),
        await nameAt(`${url}/api/ordersome`),
        await nameAt(`${url}/`, asked('1.1.0')),
      ],
      ['one', 'one', 'two', '404', 'three', 'open', 'open'],
    );
  });

  it('shares the load among its URLs, and forwards below their path, without the prefix if wanted', async () => {
    const [one, two] = [await servers.upstream('one'), await servers.upstream('two')];
    const versions = { a: { url: [`${one.url}/base/`, two.url] } };
    const { url } = await servers.gateway({
      services: { orders: { paths: ['/api/orders'], stripPath: true, versions } },
    });
    for (let count = 0; count < 4; count += 1) await nameAt(`${url}/api/%6frders/7?a=b`);
    assert.deepEqual(
      [one, two].map(({ seen }) => seen.map((each) => each.url)),
      [
        ['/base/7?a=b', '/base/7?a=b'],
        ['/7?a=b', '/7?a=b'],
      ],
    );
  });
});

describe('a gateway streams', () => {
  it('both ways: the answer begins before the request ends', async () => {
    const one = await servers.upstream('one');
    const { url } = await servers.gateway({ services: { orders: { versions: { a: one } } } });
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const echo = { method: 'POST', body: readable, duplex: 'half' } as RequestInit;
    // The client sends no head before there is a body.
    void writer.write(new TextEncoder().encode('first'));
    const answer = await fetch(`${url}/orders/echo`, echo);
    const reader = answer.body!.getReader();
    for (const text of ['first', 'second']) {
      if (text !== 'first') await writer.write(new TextEncoder().encode(text));
      assert.equal(new TextDecoder().decode((await reader.read()).value), text);
    }
    await writer.close();
    assert.equal((await reader.read()).done, true);
  });

  it('with back-pressure: what nobody reads is not fetched', async () => {
    let written = 0;
    const chunk = Buffer.alloc(65_536);
    const one = await servers.upstream('one', (_, response) => {
      const more = () => {
        while (!response.destroyed && written < 200_000_000) {
          written += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
      return true;
    });
    const { url } = await servers.gateway({ services: { orders: { versions: { a: one } } } });
    const answer = await fetch(`${url}/orders`);
    await answer.body!.getReader().read();
    await new Promise((resolve) => setTimeout(resolve, 150));
    assert.ok(written < 40_000_000, `${written} bytes are buffered somewhere`);
  });
});

describe('a gateway calls components', () => {
  it('in its process and over a bus, with the same answers', async () => {
    const bus = new EmbeddedBus();
    const there = new ServiceRegistry({ healthIntervalMs: 1e6 });
    const here = new ServiceRegistry({ healthIntervalMs: 1e6, remote: callOverBus(bus) });
    await there.register('far', new Greeter(), { greeting: 'Hi' });
    const serving = await serveOnBus(there, bus);
    await here.register('near', new Greeter(), { greeting: 'Hi' });
    await here.register(
      'broken',
      component(() => {
        throw new Error('secret');
      }),
    );
    await here.register(
      'slow',
      component(() => new Promise((resolve) => setTimeout(resolve, 1000))),
    );
    await here.register(
      'headers',
      component(({ headers }) => [headers['x-other'], headers['x-principal-id']].filter(Boolean)),
    );
    const service = (id: string) => ({
      methods: ['GET', 'POST'],
      versions: { a: { component: id } },
      limits: { timeoutMs: 50 },
    });
    const { url, ends } = await servers.gateway(
      {
        services: {
          headers: service('headers'),
          near: service('near'),
          far: service('far'),
          broken: service('broken'),
          slow: service('slow'),
        },
      },
      { registry: here },
    );
    const ask = async (service: string, body: string, type = 'application/json') => {
      const answer = await fetch(`${url}/${service}`, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });
      const { code, title, text } = (await answer.json()) as Record<string, string>;
      return [answer.status, text ?? code, title?.includes('secret') ?? false];
    };
    for (const id of ['near', 'far']) {
      assert.deepEqual(await ask(id, '{"name":"Ada"}'), [200, 'Hi Ada', false]);
      assert.deepEqual(await ask(id, '{"nam":"Ada"}'), [400, 'invalid-input', false]);
      assert.deepEqual(await ask(id, '{'), [400, 'invalid-json', false]);
      assert.deepEqual(await ask(id, '{}', 'text/plain'), [415, 'not-json', false]);
      const got = await fetch(`${url}/${id}?name=Ada`);
      assert.deepEqual(await got.json(), { text: 'Hi Ada' });
    }
    const lie = { 'x-principal-id': 'admin', 'content-type': 'application/json', 'x-other': '1' };
    const told = await fetch(`${url}/headers`, { method: 'POST', body: '{}', headers: lie });
    assert.deepEqual(await told.json(), ['1']);
    assert.deepEqual(await ask('broken', '{}'), [500, 'internal', false]);
    assert.deepEqual(await ask('slow', '{}'), [504, 'timeout', false]);
    assert.equal((await fetch(`${url}/near`, { method: 'DELETE' })).status, 405);
    const failed = ends.filter(({ outcome }) => outcome === 'failed').map((end) => end.service);
    assert.deepEqual(failed, ['broken', 'slow']);
    await serving.stop();
  });
});
