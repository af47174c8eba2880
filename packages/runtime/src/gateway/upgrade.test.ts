import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { describe, it } from 'node:test';
import { echoWebSockets } from './test-websocket-server.ts';
import { sendRaw, statuses, testServers } from './test-gateway.ts';

const servers = testServers();

async function start(mode: 'none' | 'required' = 'none') {
  const one = await servers.upstream('one');
  const seen: (string | undefined)[] = [];
  const sockets: Socket[] = [];
  echoWebSockets(one.server, ({ url, headers, socket }) => {
    seen.push(url, headers['x-principal-id'] as string);
    sockets.push(socket);
  });
  const services = { chat: { paths: ['/chat'], versions: { a: one }, auth: { mode } } };
  const authenticate = () => (mode === 'none' ? undefined : { id: 'ada', roles: [] });
  return { seen, sockets, ...(await servers.gateway({ services }, { authenticate })) };
}

/** Opens a WebSocket; gives it with its messages. */
async function open(url: string) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/chat?room=1`);
  const messages: unknown[] = [];
  socket.addEventListener('message', ({ data }) => messages.push(data));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  return { socket, messages };
}
const until = async (holds: () => boolean) => {
  for (let count = 0; count < 200 && !holds(); count += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.ok(holds());
};

describe('WebSockets', () => {
  it('are passed on both ways, and closed on both sides', async () => {
    const { url, seen, gateway } = await start('required');
    const { socket, messages } = await open(url);
    for (const text of ['first', 'second']) {
      socket.send(text);
      await until(() => messages.at(-1) === text);
    }
    assert.deepEqual(seen, ['/chat?room=1', 'ada']);
    const version = gateway.route('chat').versions.get('a');
    assert.equal(version?.traffic.inFlight, 1);
    socket.close();
    await until(() => version?.traffic.inFlight === 0);
    assert.equal(gateway.route('chat').state.inFlight, 0);
  });

  it('end when the upstream does', async () => {
    const { url, sockets, gateway } = await start();
    const { socket } = await open(url);
    const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
    sockets[0]?.destroy();
    await closed;
    await until(() => gateway.route('chat').state.inFlight === 0);
  });

  it('are refused like requests: no route, no caller, no upstream, no WebSocket', async () => {
    const { url, gateway } = await start();
    const ask = (path: string, protocol = 'websocket') =>
      sendRaw(
        url,
        `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n`,
      ).then(statuses);
    assert.deepEqual(await ask('/elsewhere'), [404]);
    assert.deepEqual(await ask('/chat/../x'), [400]);
    assert.deepEqual(await ask('/chat', 'tls/1.0'), [501]);
    assert.deepEqual(await ask('/chat'), [101]);
    gateway.setVersions('chat', { a: { url: 'http://127.0.0.1:1' } });
    assert.deepEqual(await ask('/chat'), [502]);
    gateway.setVersions('chat', { a: { component: 'x' } });
    assert.deepEqual(await ask('/chat'), [501]);
    const { url: closed } = await servers.gateway(
      { services: { chat: { versions: { a: { url } }, auth: { mode: 'required' } } } },
      { authenticate: () => undefined },
    );
    const answer = await sendRaw(
      closed,
      'GET /chat HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    assert.deepEqual(statuses(answer), [401]);
  });

  it('get the answer of an upstream that wants none', async () => {
    const one = await servers.upstream('one', (_, response) => {
      response.writeHead(418, { 'x-reason': 'teapot' }).end('no');
      return true;
    });
    const { url } = await servers.gateway({ services: { chat: { versions: { a: one } } } });
    const answer = await sendRaw(
      url,
      'GET /chat HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    assert.deepEqual(statuses(answer), [418]);
    assert.match(answer, /x-reason: teapot[\s\S]*\r\n\r\nno$/i);
  });
});
