// needs: nats-server
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { eventOf, REPEATS, until } from '../test-broker.ts';
import { NatsBus } from './nats-bus.ts';
import { natsServer, type TestNatsServer } from './test-nats-server.ts';

describe('kill -9 of nats-server', () => {
  let server: TestNatsServer;
  before(async () => {
    server = await natsServer();
  });
  after(() => server.remove());

  it('loses nothing that was stored, handles each event once, and is over in less than 2 s', async (test) => {
    const bus = await NatsBus.connect({ servers: server.url });
    test.after(() => bus.close());
    const done: unknown[] = [];
    const options = { ackWaitMs: 500, retryDelayMs: 10, maxDeliveries: 50 };
    const consumer = await bus.consume(
      'kill',
      'g',
      async ({ event: { data }, ack }) => {
        done.push(data);
        await ack();
      },
      options,
    );
    const answering = await bus.respond('ready', 'q', ({ data }) => data);
    for (let round = 0; round < REPEATS; round += 1) {
      const stored: string[] = [];
      let failed = 0;
      const sending = Array.from({ length: 40 }, async (_, n) => {
        await delay(n);
        const event = eventOf(`${round}-${n}`);
        // The same event again until it is stored: dedupe makes that safe.
        for (let attempt = 0; attempt < 100; attempt += 1) {
          try {
            await bus.send('kill', event);
            stored.push(`${round}-${n}`);
            return;
          } catch {
            await delay(50);
          }
        }
        failed += 1;
      });
      await delay(20);
      await server.kill();
      await server.start();
      const back = performance.now();
      await until(() => answers(bus));
      const took = performance.now() - back;
      assert.ok(took < 2000, `${took} ms`);
      await Promise.all(sending);
      assert.deepEqual([stored.length, failed], [40, 0]);
      await until(() => stored.every((data) => done.includes(data)));
    }
    await delay(600);
    const twice = done.length - new Set(done).size;
    assert.deepEqual([new Set(done).size, twice], [40 * REPEATS, 0]);
    await Promise.all([consumer.stop(), answering.stop()]);
  });

  it('is survived by 300 clients, that are all back within a second', async () => {
    const buses: NatsBus[] = [];
    try {
      for (let client = 0; client < 300; client += 1) {
        buses.push(await NatsBus.connect({ servers: server.url }));
      }
      await buses[0]!.respond('ready', 'q', () => 'yes');
      await server.kill();
      await server.start();
      const started = performance.now();
      await Promise.all(buses.map((bus) => until(() => answers(bus))));
      const took = performance.now() - started;
      assert.ok(took < 1000, `${took} ms`);
    } finally {
      await Promise.all(buses.map((bus) => bus.close()));
    }
  });
});

const answers = (bus: NatsBus): Promise<boolean> =>
  bus.request('ready', eventOf(1), { timeoutMs: 300 }).then(
    () => true,
    () => false,
  );
