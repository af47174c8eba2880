import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sendRaw, statuses, testServers } from './test-gateway.ts';

const servers = testServers();

/** What an upstream sees of a request with these headers. */
async function forwarded(lines: readonly string[], trustForwarded = false) {
  const one = await servers.upstream('one');
  const services = { orders: { versions: { a: one } } };
  const { url } = await servers.gateway({ services, trustForwarded });
  await sendRaw(url, `GET /orders HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  return one.seen[0]?.headers ?? {};
}

describe('headers on their way through the gateway', { concurrency: true }, () => {
  it('of the connection stay behind, also those that Connection names', async () => {
    const seen = await forwarded([
      'Host: shop.example',
      'Connection: close, X-Hop, Host, X-Request-Id',
      'X-Hop: 1',
      'Keep-Alive: timeout=5',
      'TE: trailers',
      'Proxy-Authorization: Basic eA==',
      'X-Kept: yes',
    ]);
    assert.deepEqual(
      [seen['x-hop'], seen['keep-alive'], seen.te, seen['proxy-authorization'], seen['x-kept']],
      [undefined, undefined, undefined, undefined, 'yes'],
    );
    assert.equal(seen.host, 'shop.example');
    assert.match(String(seen['x-request-id']), /^[0-9a-f-]{36}$/);
  });

  it('say where a request comes from; what callers say of it counts only behind a trusted proxy', async () => {
    const lies = [
      'Host: a',
      'X-Forwarded-For: 6.6.6.6',
      'X-Forwarded-Proto: https',
      'X-Real-IP: 6.6.6.6',
      'Forwarded: for=6.6.6.6',
      'X-Principal-Id: admin',
      'X-Principal-Roles: admin',
    ];
    const doubted = await forwarded(lies);
    assert.deepEqual(
      [
        'x-forwarded-for',
        'x-forwarded-proto',
        'x-forwarded-host',
        'x-real-ip',
        'forwarded',
        'x-principal-id',
        'x-principal-roles',
      ].map((name) => doubted[name]),
      ['127.0.0.1', 'http', 'a', undefined, undefined, undefined, undefined],
    );
    const trusted = await forwarded(lies, true);
    assert.deepEqual(
      [trusted['x-forwarded-for'], trusted['x-forwarded-proto'], trusted['x-principal-id']],
      ['6.6.6.6, 127.0.0.1', 'https', undefined],
    );
  });

  it('are not believed with an underscore either, which many servers take for a dash', async () => {
    const seen = await forwarded([
      'Host: a',
      'X_Principal_Id: admin',
      'X-Principal_Roles: admin',
      'x_forwarded_for: 6.6.6.6',
      'X_Request_Id: 1',
      'Transfer_Encoding: chunked',
      'X_Kept: yes',
    ]);
    const names = Object.keys(seen).filter((name) => name.includes('_'));
    assert.deepEqual(names, ['x_kept']);
  });

  it('keep request id and trace over the hop, when they are fit for it', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const seen = await forwarded([
      'Host: a',
      'X-Request-Id: r-1',
      `traceparent: 00-${trace}-b7ad6b7169203331-00`,
      'tracestate: a=b',
      'Via: 1.1 edge',
    ]);
    assert.equal(seen['x-request-id'], 'r-1');
    assert.match(
      String(seen['traceparent']),
      new RegExp(`^00-${trace}-(?!b7ad6b7169203331)[0-9a-f]{16}-00$`),
    );
    assert.deepEqual([seen['tracestate'], seen.via], ['a=b', '1.1 edge, 1.1 microforge']);
    const odd = await forwarded([
      'Host: a',
      `X-Request-Id: ${'x'.repeat(200)}`,
      'traceparent: nonsense',
    ]);
    assert.match(String(odd['x-request-id']), /^[0-9a-f-]{36}$/);
    assert.match(String(odd['traceparent']), /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it('of answers: the connection’s stay behind, all cookies come through', async () => {
    const one = await servers.upstream('one', (_, response) => {
      response.writeHead(201, [
        'Set-Cookie',
        'a=1',
        'Set-Cookie',
        'b=2',
        'Connection',
        'x-secret',
        'X-Secret',
        '1',
        'X-Kept',
        'yes',
        'X-Request-Id',
        'theirs',
      ]);
      response.end('done');
      return true;
    });
    const { url } = await servers.gateway({ services: { orders: { versions: { a: one } } } });
    const answer = await fetch(`${url}/orders`, { headers: { 'x-request-id': 'mine' } });
    assert.deepEqual(
      [
        answer.status,
        answer.headers.getSetCookie(),
        answer.headers.get('x-secret'),
        answer.headers.get('x-kept'),
        answer.headers.get('x-request-id'),
        await answer.text(),
      ],
      [201, ['a=1', 'b=2'], null, 'yes', 'mine', 'done'],
    );
  });

  it('end a loop of gateways', async () => {
    const first = await servers.gateway({
      services: { none: { versions: { a: { url: 'http://127.0.0.1:1' } } } },
    });
    first.gateway.reconfigure({ services: { orders: { versions: { a: { url: first.url } } } } });
    const answer = await sendRaw(first.url, 'GET /orders HTTP/1.1\r\nhost: a\r\n\r\n');
    assert.deepEqual(statuses(answer), [508]);
  });
});
