// needs: nats-server
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { eventOf, until } from '../test-broker.ts';
import { NatsBus } from './nats-bus.ts';
import { natsServer } from './test-nats-server.ts';

it('a delivery over NATS that got lost comes again within seconds, and a slow handler keeps its own', async () => {
  const server = await natsServer();
  const bus = await NatsBus.connect({ servers: server.url });
  try {
    const group = await bus.consume('t', 'g', async ({ ack }) => ack());
    await group.stop();
    await bus.send('t', eventOf('lost'));
    // Somebody takes it and is heard of no more.
    const manager = await jetstreamManager(bus.connection);
    let taken = 0;
    for await (const { name } of manager.consumers.list('MICROFORGE')) {
      const consumer = await jetstream(bus.connection).consumers.get('MICROFORGE', name);
      if ((await consumer.next({ expires: 1000 })) !== null) taken += 1;
    }
    assert.equal(taken, 1);
    const handled: unknown[] = [];
    const begun = performance.now();
    const again = await bus.consume('t', 'g', async ({ event: { data }, attempt, ack }) => {
      if (data === 'slow') await delay(12_000);
      handled.push([data, attempt]);
      await ack();
    });
    await until(() => handled.length === 1);
    const took = performance.now() - begun;
    assert.ok(took < 9000, `${took} ms`);
    await bus.send('t', eventOf('slow'));
    await until(() => handled.length === 2);
    await delay(1000);
    assert.deepEqual(handled, [
      ['lost', 2],
      ['slow', 1],
    ]);
    await again.stop();
  } finally {
    await bus.close();
    await server.remove();
  }
});
