import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testServers } from './test-gateway.ts';
import { Agent, request } from 'node:http';

const servers = testServers();

/** Callers that ask again and again over kept connections, until they are told to stop. */
function load(url: string, callers: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const count = { sent: 0, ok: 0, failed: 0 };
  let going = true;
  const ask = () =>
    new Promise<boolean>((resolve) => {
      count.sent += 1;
      const body = count.sent % 3 === 0 ? 'some text' : '';
      const asking = request(
        `${url}/orders`,
        { agent, method: body === '' ? 'GET' : 'POST' },
        (answer) => {
          answer.resume().on('close', () => {
            const ok = answer.complete && answer.statusCode === 200;
            count[ok ? 'ok' : 'failed'] += 1;
            // Who is told that the connection ends goes elsewhere.
            resolve(answer.headers.connection !== 'close');
          });
        },
      );
      asking.on('error', () => {
        count.failed += 1;
        resolve(false);
      });
      asking.end(body);
    });
  const caller = async (): Promise<void> => {
    if (going && (await ask())) return caller();
  };
  const all = Promise.all(Array.from({ length: callers }, caller));
  return {
    /** Waits for so many more answers. */
    async answers(more: number) {
      for (const enough = count.ok + more; count.ok < enough;) await wait(2);
    },
    async stop() {
      going = false;
      await all;
      agent.destroy();
      assert.equal(count.sent, count.ok + count.failed);
      return count;
    },
  };
}
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An upstream that takes some milliseconds, and says so when it is asked after its end. */
const worker = (name: string, ms = 5) =>
  servers.upstream(name, (asked, response) => {
    asked.resume();
    setTimeout(() => response.end(name), ms);
    return true;
  });

// Each has servers of its own, and mostly waits.
describe('changes under load lose no request', { concurrency: 4 }, () => {
  for (let round = 1; round <= 8; round += 1) {
    it(`a version takes the place of another, which then ends (${round} of 8)`, async () => {
      const [one, two] = [await worker('one'), await worker('two', 1 + round)];
      const { gateway, url } = await servers.gateway({
        services: { orders: { versions: { a: one } } },
      });
      const running = load(url, 16);
      await running.answers(20 + round);
      const old = gateway.route('orders').versions.get('a')!;
      gateway.setVersions('orders', { a: { url: one.url, weight: 0 }, b: { url: two.url } });
      assert.equal(await gateway.drained(old), true);
      gateway.setVersions('orders', { b: { url: two.url } });
      await one.stop();
      await running.answers(20);
      assert.equal((await running.stop()).failed, 0);
      assert.ok(two.seen.length >= 20);
    });

    it(`the gateway stops (${round} of 8)`, async () => {
      const one = await worker('one', round % 2 === 0 ? 5 : 500);
      const { gateway, url } = await servers.gateway({
        services: { orders: { versions: { a: one } } },
      });
      const running = load(url, 16);
      await running.answers(20 + round);
      assert.equal(await gateway.close({ noticeMs: 300 }), 0);
      assert.equal((await running.stop()).failed, 0);
    });
  }

  it('what does not end in time is cut off, and counted', async () => {
    const one = await worker('one', 10_000);
    const { gateway, url } = await servers.gateway({
      services: { orders: { versions: { a: one } } },
    });
    const asked = fetch(`${url}/orders`).catch(() => 'cut off');
    while (gateway.route('orders').state.inFlight === 0) await wait(2);
    const version = gateway.route('orders').versions.get('a')!;
    assert.equal(await gateway.drained(version, 20), false);
    assert.equal(await gateway.close({ graceMs: 30 }), 1);
    assert.equal(await asked, 'cut off');
  });
});
