// needs: java, mvn
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBus } from '../../run/open-bus.ts';
import type { Bus } from '../bus.ts';
import { eventOf, REPEATS, subjects, until } from '../test-broker.ts';
import { kafkaServer, type TestKafkaServer } from './test-kafka-server.ts';

describe('Kafka counts the attempts of an event', () => {
  let server: TestKafkaServer;
  let bus: Bus;
  const subject = subjects();
  before(async () => {
    server = await kafkaServer();
    bus = await openBus(server.url);
  });
  after(async () => {
    await bus?.close();
    await server?.remove();
  });

  it('that kills its consumer', { timeout: 180_000 }, async () => {
    const runOnce = async () => {
      const topic = subject();
      await bus.send(topic, eventOf('fatal'));
      const program = fileURLToPath(new URL('test-fatal-consumer.ts', import.meta.url));
      const child = spawn(process.execPath, [program, server.url, topic], { stdio: 'inherit' });
      assert.deepEqual(await once(child, 'exit'), [null, 'SIGKILL']);
      const attempts: number[] = [];
      const consumer = await bus.consume(topic, 'g', async ({ attempt, ack }) => {
        attempts.push(attempt);
        await ack();
      });
      await until(() => attempts.length > 0);
      assert.deepEqual(attempts, [2]);
      await consumer.stop();
    };
    await Promise.all(Array.from({ length: REPEATS }, runOnce));
  });

  it('whose consumer goes between two of them', async () => {
    const topic = subject();
    const attempts: number[] = [];
    for (let round = 1; round <= 4; round += 1) {
      const consumer = await bus.consume(
        topic,
        'g',
        async ({ attempt, ack }) => {
          attempts.push(attempt);
          if (attempt < 4) throw new Error('oops');
          await ack();
        },
        { retryDelayMs: 60_000 },
      );
      if (round === 1) await bus.send(topic, eventOf(1));
      await until(() => attempts.length === round);
      await consumer.stop();
    }
    assert.deepEqual(attempts, [1, 2, 3, 4]);
  });
});
