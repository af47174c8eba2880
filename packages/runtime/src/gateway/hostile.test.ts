import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, it } from 'node:test';
import { sendRaw, statuses, testServers } from './test-gateway.ts';

const servers = testServers();
const start = async (limits = {}) => {
  const one = await servers.upstream('one');
  const services = { orders: { versions: { a: one }, limits } };
  return { one, ...(await servers.gateway({ services })) };
};

describe('requests that two servers could take apart differently', { concurrency: true }, () => {
  // Each carries a second request, which must never reach the upstream.
  const inner = 'GET /orders/smuggled HTTP/1.1\r\nHost: a\r\n\r\n';
  const chunked = `0\r\n\r\n${inner}`;
  const attacks: Record<string, string> = {
    'length and chunks': `POST /orders HTTP/1.1\r\nHost: a\r\nContent-Length: ${chunked.length}\r\nTransfer-Encoding: chunked\r\n\r\n${chunked}`,
    'two lengths': `POST /orders HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
    'a list of lengths': `POST /orders HTTP/1.1\r\nHost: a\r\nContent-Length: 0, ${inner.length}\r\n\r\n${inner}`,
    'a length with a sign': `POST /orders HTTP/1.1\r\nHost: a\r\nContent-Length: +0\r\n\r\n${inner}`,
    'a coding in disguise': `POST /orders HTTP/1.1\r\nHost: a\r\nContent-Length: ${chunked.length}\r\nTransfer-Encoding : chunked\r\n\r\n${chunked}`,
    'a coding nobody knows': `POST /orders HTTP/1.1\r\nHost: a\r\nContent-Length: ${chunked.length}\r\nTransfer-Encoding: xchunked\r\n\r\n${chunked}`,
    'two codings': `POST /orders HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity, chunked\r\n\r\n${chunked}`,
    'a coding twice': `POST /orders HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n${chunked}`,
    'a folded header': `POST /orders HTTP/1.1\r\nHost: a\r\nX: y\r\n Content-Length: ${inner.length}\r\n\r\n${inner}`,
    'a bare line feed': `GET /orders HTTP/1.1\nHost: a\nX: y\n\n${inner}`,
    'a null in a header': `GET /orders HTTP/1.1\r\nHost: a\r\nX: y\0z\r\n\r\n${inner}`,
    'a chunk size that is none': `POST /orders HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n${inner}`,
    'a chunk longer than it says': `POST /orders HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n${inner}`,
    'a line feed after a chunk': `POST /orders HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\nZ\nQ\n0\n\n${inner}`,
    'no host': `GET /orders HTTP/1.1\r\n\r\n${inner}`,
    'a space in the path': `GET /orders /x HTTP/1.1\r\nHost: a\r\n\r\n${inner}`,
  };
  for (const [name, bytes] of Object.entries(attacks)) {
    it(`are refused, with what follows: ${name}`, async () => {
      const { one, url } = await start();
      const answer = await sendRaw(url, bytes);
      assert.ok(
        statuses(answer).every((status) => status >= 400),
        answer,
      );
      assert.ok(
        one.seen.every((each) => !each.url.includes('smuggled')),
        name,
      );
    });
  }

  it('are no two requests for the upstream when they are two for the gateway', async () => {
    const { one, url } = await start();
    const body = 'GET /orders/inner HTTP/1.1\r\nHost: a\r\n\r\n';
    const outer = `POST /orders/outer HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    assert.deepEqual(statuses(await sendRaw(url, outer)), [200]);
    assert.deepEqual(
      one.seen.map((each) => each.url),
      ['/orders/outer'],
    );
  });

  it('cannot put headers into what is forwarded or answered', async () => {
    const { one, url } = await start();
    const answer = await sendRaw(
      url,
      'GET /orders/%0d%0aX-Evil:1?%0d%0aX-Evil:1 HTTP/1.1\r\nHost: a\r\n\r\n',
    );
    assert.deepEqual(statuses(answer), [400]);
    const query = await sendRaw(url, 'GET /orders?%0d%0aX-Evil:1 HTTP/1.1\r\nHost: a\r\n\r\n');
    assert.deepEqual(statuses(query), [200]);
    assert.equal(one.seen[0]?.headers['x-evil'], undefined);
  });
});

describe('what is too much', { concurrency: true }, () => {
  it('is refused: a long head, a long path, a tunnel, a trace, another protocol', async () => {
    const { one, url } = await start();
    const cases: [string, number][] = [
      [`GET /orders HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
      [`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
      ['CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', 405],
      ['TRACE /orders HTTP/1.1\r\nHost: a\r\n\r\n', 405],
      ['OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n', 400],
      ['GET /orders HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n', 501],
      ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
      ['\x16\x03\x01\x02\x00\x01\x00', 400],
    ];
    for (const [bytes, status] of cases) {
      assert.deepEqual(statuses(await sendRaw(url, bytes)), [status], bytes.slice(0, 40));
    }
    assert.deepEqual(one.seen, []);
  });

  it('is refused: a long body, by its length or as it comes; the upstream never sees its end', async () => {
    let ended = 0;
    const one = await servers.upstream('one', (request) => {
      request.on('end', () => (ended += 1)).resume();
    });
    const { url } = await servers.gateway({
      services: { orders: { versions: { a: one }, limits: { bodyBytes: 50_000 } } },
    });
    const post = (length: string) => `POST /orders HTTP/1.1\r\nHost: a\r\n${length}\r\n\r\n`;
    assert.deepEqual(statuses(await sendRaw(url, post('Content-Length: 50001'))), [413]);
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    const answer = await sendRaw(url, post('Transfer-Encoding: chunked') + chunk.repeat(5));
    assert.deepEqual(statuses(answer), [413]);
    assert.match(answer, /connection: close/i);
    assert.equal(ended, 0);
  });

  it('is not waited for: an answer before the end of a body ends the connection', async () => {
    const one = await servers.upstream('one', (_, response) => {
      response.writeHead(413).end('no');
      return true;
    });
    const { url } = await servers.gateway({ services: { orders: { versions: { a: one } } } });
    const begun = performance.now();
    const head = 'POST /orders HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';
    const answer = await sendRaw(url, `${head}5\r\nhello\r\n`, 5000);
    assert.deepEqual(statuses(answer), [413]);
    assert.match(answer, /connection: close/i);
    assert.ok(performance.now() - begun < 1900);
  });

  it('is refused: more requests at a time than a service may have', async () => {
    const held: ServerResponse[] = [];
    const refused: Response[] = [];
    const one = await servers.upstream('one', (_, response) => {
      if (refused.length < 7) held.push(response);
      else response.end();
      return true;
    });
    const { url } = await servers.gateway({
      services: { orders: { versions: { a: one }, limits: { concurrency: 5 } } },
    });
    const answers = Array.from({ length: 12 }, async () => {
      const answer = await fetch(`${url}/orders`);
      if (answer.status === 503) refused.push(answer);
      // Those that were let in are answered when all others have been refused.
      if (refused.length === 7) for (const response of held.splice(0)) response.end();
      return answer.status;
    });
    const count = (await Promise.all(answers)).filter((status) => status === 200).length;
    assert.deepEqual([count, refused.length], [5, 7]);
    assert.equal(refused[0]?.headers.get('retry-after'), '1');
  });

  it('survives hundreds of random heads, and still answers', async () => {
    const { url } = await start();
    const pieces = [
      'GET ',
      'POST ',
      '/orders',
      '/',
      '%',
      '\r\n',
      '\r',
      '\n',
      'Host: a',
      ': ',
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
      '\0',
      ' HTTP/1.1',
      'Upgrade: websocket',
      'Connection: upgrade',
      'x',
      '\xff',
      ';',
      '..',
      '0\r\n\r\n',
    ];
    // A generator of its own: the same ones each time.
    let state = 42;
    const next = (most: number) => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % most;
    const head = () =>
      Array.from({ length: 3 + next(20) }, () => pieces[next(pieces.length)]).join('');
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(Array.from({ length: 20 }, () => sendRaw(url, head(), 5)));
    }
    assert.equal((await fetch(`${url}/orders`)).status, 200);
  });
});
