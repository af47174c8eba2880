import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Gateway } from './gateway.ts';
import { startUpstream } from './test-upstream.ts';

const stops: (() => Promise<unknown>)[] = [];
after(() => Promise.all(stops.map((stop) => stop())));

describe('the gateway', () => {
  it('shares requests out by weight and streams both ways', async () => {
    const one = await startUpstream('one');
    const two = await startUpstream('two');
    const gateway = new Gateway({
      config: {
        services: {
          orders: { versions: { a: { url: one.url, weight: 3 }, b: { url: two.url, weight: 1 } } },
        },
      },
    });
    const url = await gateway.listen();
    stops.push(() => gateway.close(), one.stop, two.stop);
    const names = await Promise.all(
      Array.from({ length: 400 }, async () => (await fetch(`${url}/orders`)).headers.get('x-name')),
    );
    const share = names.filter((name) => name === 'two').length;
    assert.ok(share > 50 && share < 150, `${share}`);
    // Echo: the answer begins before the request ends.
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
});
