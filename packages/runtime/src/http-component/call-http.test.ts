import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { timeout } from '../middleware/timeout.middleware.ts';
import { codeOfCall, host } from '../test-components.ts';
import { RemoteComponent } from './remote-component.ts';

const server = createServer((request, response) => {
  const { url = '' } = request;
  if (url.endsWith('/health/ready')) return void response.writeHead(health).end();
  if (url.endsWith('/slow')) return;
  if (url.endsWith('/long')) return void response.end('x'.repeat(1_000_001));
  if (url.endsWith('/gone')) return void response.writeHead(302, { location: 'http://x/' }).end();
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () => {
    response.setHeader('content-type', 'application/problem+json; charset=utf-8');
    const { method, headers } = request;
    response.writeHead(201).end(JSON.stringify({ method, url, headers, body }));
  });
});
let base = '';
let health = 200;
before(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`;
});
after(() => {
  server.close();
  server.closeAllConnections();
});

const remote = (url = base) =>
  host([timeout({ timeoutMs: 200 })], new RemoteComponent(url, '/health/ready'));

interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: {
    readonly url: string;
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
  };
}

describe('a remote component', () => {
  it('is an HTTP request and its answer, whatever its status', async () => {
    const { call } = await remote();
    const { status, headers, body } = (await call(
      {
        method: 'POST',
        path: '/tasks?x=1',
        headers: { Host: 'evil', 'X-Mine': 'yes' },
        body: { a: 1 },
      },
      { headers: { authorization: 'Bearer t' } },
    )) as Seen;
    assert.deepEqual([status, body.url, body.body], [201, '/base/tasks?x=1', '{"a":1}']);
    const { headers: sent } = body;
    assert.deepEqual(
      [sent['content-type'], sent['authorization'], sent['x-mine'], sent['host'] === 'evil'],
      ['application/json', 'Bearer t', 'yes', false],
    );
    assert.ok(
      (sent['x-request-id']?.length ?? 0) > 10 && headers['transfer-encoding'] === undefined,
    );
    const gone = (await call({ method: 'GET', path: '/gone' })) as Seen;
    assert.deepEqual([gone.status, gone.body], [302, null]);
  });

  it('is asked nothing but what is below its address', async () => {
    const { call } = await remote();
    const code = (path: string) => codeOfCall(call({ method: 'GET', path }));
    assert.equal(await code('/../admin'), 'invalid-path');
    assert.equal(await code('/a/%2e%2e/../../admin'), 'invalid-path');
    assert.equal(await code('@evil.example/'), 'invalid-input');
    for (const path of ['//evil.example/', '/\\evil.example/', '/a/../b']) {
      assert.equal(await code(path), 'ok');
    }
  });

  it('fails with errors of calls: no connection, no time, too much', async () => {
    const { call } = await remote();
    assert.equal(await codeOfCall(call({ method: 'GET', path: '/slow' })), 'timeout');
    assert.equal(await codeOfCall(call({ method: 'GET', path: '/long' })), 'answer-too-large');
    const nowhere = await remote('http://127.0.0.1:1');
    assert.equal(
      await codeOfCall(nowhere.call({ method: 'GET', path: '/' })),
      'service-unavailable',
    );
  });

  it('takes calls while it is healthy', async () => {
    const { registry } = await remote();
    const state = async (status: number) => {
      health = status;
      await registry.checkHealth();
      return registry.status()[0]?.state;
    };
    assert.deepEqual(
      [await state(200), await state(503), await state(200)],
      ['ready', 'unhealthy', 'ready'],
    );
    await registry.stop();
  });
});
