import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testServers } from './test-gateway.ts';

const servers = testServers();

async function start(isolated: boolean, share = 1) {
  const one = await servers.upstream('one');
  const bodies: string[] = [];
  let broken = 0;
  const two = await servers.upstream('two', (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`);
      setTimeout(() => {
        broken += 1;
        response.destroy();
      }, 200);
    });
    return true;
  });
  const versions = { a: { url: one.url }, b: { url: two.url, weight: 0, isolated } };
  const services = { orders: { versions, mirror: { version: 'b', share } } };
  return { broken: () => broken, bodies, ...(await servers.gateway({ services })) };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 150));

describe('a mirror', () => {
  it('gets copies, and its slowness and failures are nobody’s', async () => {
    const { url, bodies, broken } = await start(true);
    await (await fetch(`${url}/orders?x=1`)).text();
    await (await fetch(`${url}/orders`, { method: 'POST', body: 'text' })).text();
    // The mirror answers 200 ms later, and then breaks off.
    assert.equal(broken(), 0);
    await settle();
    assert.deepEqual(bodies.sort(), ['GET /orders?x=1 ', 'POST /orders text']);
  });

  it('that shares the store gets only what changes nothing; what is streamed, nobody', async () => {
    const shared = await start(false);
    await (await fetch(`${shared.url}/orders`, { method: 'DELETE' })).text();
    await (await fetch(`${shared.url}/orders`, { method: 'HEAD' })).text();
    const own = await start(true);
    await (await fetch(`${own.url}/orders`, { method: 'PUT', body: 'x'.repeat(20_000) })).text();
    await settle();
    assert.deepEqual([shared.bodies, own.bodies], [['HEAD /orders '], []]);
  });

  it('gets its share', async () => {
    const { url, bodies } = await start(true, 0.3);
    for (let count = 0; count < 100; count += 1) await (await fetch(`${url}/orders`)).text();
    await settle();
    assert.ok(bodies.length > 10 && bodies.length < 60, `${bodies.length}`);
  });
});
