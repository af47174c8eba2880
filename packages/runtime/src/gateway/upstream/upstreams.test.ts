import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createRawServer, type AddressInfo, type Socket } from 'node:net';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { collectAnswer } from './collect-answer.ts';
import type { UpstreamRequest } from './request-head.ts';
import { UpstreamError } from './upstream-call.ts';
import { Upstreams, type UpstreamsOptions } from './upstreams.ts';

const get: UpstreamRequest = {
  method: 'GET',
  path: '/',
  headers: ['host', 'x.test'],
  body: undefined,
  timeoutMs: 2000,
  idleMs: 2000,
};

/** A server and a client of it for one test. */
async function serve(
  handle: RequestListener | ((socket: Socket) => void),
  work: (
    send: (request?: Partial<UpstreamRequest>) => ReturnType<typeof collectAnswer>,
    about: { connections: () => number; closed: () => Promise<unknown> },
  ) => Promise<void>,
  { raw = false, ...options }: UpstreamsOptions & { raw?: boolean } = {},
) {
  const server = raw
    ? createRawServer(handle as (socket: Socket) => void)
    : createServer(handle as RequestListener);
  let connections = 0;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket.on('error', () => {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const upstreams = new Upstreams({ tickMs: 5, ...options });
  try {
    await work((request) => collectAnswer(upstreams, url, { ...get, ...request }, 100_000_000), {
      connections: () => connections,
      closed: () =>
        Promise.all(
          [...sockets].filter(({ closed }) => !closed).map((socket) => once(socket, 'close')),
        ),
    });
  } finally {
    upstreams.destroy();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

const reason = (expected: UpstreamError['reason']) => (error: unknown) =>
  error instanceof UpstreamError && error.reason === expected;

describe('connections to upstreams', () => {
  it('are used again, and no more of them than allowed', async () => {
    await serve(
      (request, response) => void setTimeout(() => response.end(request.url), 5),
      async (send, { connections }) => {
        const paths = Array.from({ length: 40 }, (_, at) => `/${at}`);
        const answers = await Promise.all(paths.map((path) => send({ path })));
        assert.deepEqual(
          answers.map(({ body }) => String(body)),
          paths,
        );
        assert.equal(connections(), 4);
        await send();
        assert.equal(connections(), 4);
      },
      { connections: 4 },
    );
  });

  it('are closed when nobody needs them, before the server does', async () => {
    await serve(
      (socket: Socket) =>
        void socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n')),
      async (send, { connections, closed }) => {
        await send();
        await closed();
        await send();
        assert.equal(connections(), 2);
      },
      { idleMs: 40, raw: true },
    );
    // It says one second, which is for the way: nothing is left.
    await serve(
      (_, response) => response.setHeader('keep-alive', 'timeout=1').end('x'),
      async (send, { connections, closed }) => {
        await send();
        await closed();
        await send();
        assert.equal(connections(), 2);
      },
    );
  });

  it('carry bodies both ways: whole, with a length, in chunks', async () => {
    await serve(
      (request, response) => {
        response.setHeader(
          'x-frame',
          `${request.headers['content-length']}/${request.headers['transfer-encoding']}`,
        );
        request.pipe(response);
      },
      async (send) => {
        const big = Buffer.alloc(3_000_000, 'abcdefghij');
        const pieces = async function* () {
          for (let at = 0; at < big.length; at += 70_001) yield big.subarray(at, at + 70_001);
        };
        const frames: (string | undefined)[] = [];
        for (const request of [
          { body: big },
          { body: pieces(), headers: ['content-length', String(big.length)] },
          { body: pieces() },
          { body: undefined },
        ]) {
          const { body, headers } = await send({ method: 'POST', ...request });
          assert.equal(body?.equals(request.body === undefined ? Buffer.alloc(0) : big), true);
          frames.push(headers[headers.indexOf('x-frame') + 1]);
        }
        assert.deepEqual(frames, [
          '3000000/undefined',
          '3000000/undefined',
          'undefined/chunked',
          '0/undefined',
        ]);
      },
    );
  });

  it('say why there is no answer', async () => {
    const upstreams = new Upstreams({ tickMs: 5 });
    const nobody = new URL('http://127.0.0.1:1');
    await assert.rejects(collectAnswer(upstreams, nobody, get, 10), reason('connect'));
    upstreams.destroy();
    const silent = async (send: (request: Partial<UpstreamRequest>) => Promise<unknown>) => {
      const begun = performance.now();
      await assert.rejects(send({ timeoutMs: 60 }), reason('timeout'));
      const took = performance.now() - begun;
      assert.ok(took >= 60, `${took} ms: too early`);
    };
    await serve(() => {}, silent);
    // Byte for byte is no answer, either.
    await serve(
      (socket: Socket) => {
        const timer = setInterval(() => socket.write('H'), 5);
        socket.on('close', () => clearInterval(timer));
      },
      silent,
      { raw: true },
    );
    await serve(
      (request: IncomingMessage) => request.socket.destroy(),
      (send) => assert.rejects(send(), reason('broken')),
    );
    await serve(
      (_, response) => void response.write('half', () => response.destroy()),
      (send) => assert.rejects(send(), reason('broken')),
    );
    await serve(
      (_, response) => void response.write('and then nothing'),
      (send) => assert.rejects(send({ idleMs: 40 }), reason('timeout')),
    );
    await serve(
      (socket: Socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhell'),
      (send) => assert.rejects(send(), reason('broken')),
      { raw: true },
    );
  });

  it('do not wait for ever for a connection', async () => {
    await serve(
      () => {},
      async (send) => {
        const first = send({ timeoutMs: 1000 });
        await assert.rejects(send({ timeoutMs: 30 }), reason('timeout'));
        await assert.rejects(first, reason('timeout'));
      },
      { connections: 1 },
    );
  });

  it('give nobody the answer of another', async () => {
    // A second answer comes along with the first, or a moment later: it must not be taken for the next one's.
    for (const wait of [0, 10]) {
      await serve(
        (socket: Socket) => {
          const answer = (text: string) => `HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n${text}`;
          socket.on('data', () => {
            if (wait === 0) socket.write(answer('mine') + answer('evil'));
            else {
              socket.write(answer('mine'));
              setTimeout(() => socket.write(answer('evil')), wait);
            }
          });
        },
        async (send, { connections, closed }) => {
          for (let round = 0; round < 8; round += 1) {
            assert.equal(String((await send()).body), 'mine');
            await closed();
          }
          assert.equal(connections(), 8);
        },
        { raw: true },
      );
    }
  });

  it('end a body that the upstream does not want to the end', async () => {
    await serve(
      (_, response) => void response.writeHead(413).end('no'),
      async (send) => {
        const stopped = new AbortController();
        const endless = async function* () {
          try {
            for (;;) {
              yield Buffer.alloc(65_536);
              await delay(1);
            }
          } finally {
            stopped.abort();
          }
        };
        assert.equal((await send({ method: 'PUT', body: endless() })).status, 413);
        for (let round = 0; round < 100 && !stopped.signal.aborted; round += 1) await delay(10);
        assert.equal(stopped.signal.aborted, true);
      },
    );
  });

  it('write nothing that would end a line', async () => {
    const upstreams = new Upstreams();
    const url = new URL('http://127.0.0.1:1');
    for (const bad of [
      { path: '/ HTTP/1.1' },
      { path: '/\r\nx: 1' },
      { method: 'GET /a HTTP/1.1\r\n' },
      { headers: ['x', 'a\r\ny: 1'] },
      { headers: ['x\r\n', 'a'] },
      // Its lower half is a line feed.
      { headers: ['x', 'a\u010ab'] },
    ]) {
      await assert.rejects(collectAnswer(upstreams, url, { ...get, ...bad }, 10), TypeError);
    }
    upstreams.destroy();
  });
});
