// needs: java, mvn
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openBus } from '../../run/open-bus.ts';
import { eventOf, until } from '../test-broker.ts';
import { kafkaServer } from './test-kafka-server.ts';

it('a bus over Kafka ends when the server is away', { timeout: 240_000 }, async () => {
  const server = await kafkaServer();
  try {
    const bus = await openBus(server.url);
    let handled = 0;
    const handler = () => void (handled += 1);
    await bus.consume('t', 'g', handler, { retryDelayMs: 60_000 });
    await bus.respond('r', 'q', () => 'yes');
    await bus.subscribe('e', () => {});
    await bus.send('t', eventOf(1));
    await until(() => handled === 1);
    await server.kill();
    const started = performance.now();
    await assert.rejects(bus.send('t', eventOf(2)), { retryable: true });
    await bus.close();
    const took = performance.now() - started;
    assert.ok(took < 15_000, `${took} ms`);
    await assert.rejects(bus.send('t', eventOf(3)), { code: 'bus-closed' });
  } finally {
    await server.remove();
  }
});
