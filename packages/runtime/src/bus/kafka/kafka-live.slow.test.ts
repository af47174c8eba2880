// needs: java, mvn
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { REPEATS } from '../test-broker.ts';
import { KafkaClients } from './kafka-clients.ts';
import { KafkaLive } from './kafka-live.ts';
import { kafkaServer } from './test-kafka-server.ts';

it('a responder that goes among signs of life is asked no more', async () => {
  const server = await kafkaServer();
  const { hostname: host, port } = new URL(server.url);
  const open = () => {
    const clients = new KafkaClients({ bootstrapServers: [{ host, port: Number(port) }] });
    return new KafkaLive(clients, 'live', () => {}, 200);
  };
  const [a, b] = [open(), open()];
  const stay = await b.answer('s', 'q', async () => 'stays');
  try {
    for (let round = 0; round < REPEATS; round += 1) {
      const leave = await a.answer('s', 'q', async () => 'goes');
      const before = Array.from({ length: 20 }, () => b.ask('s', '', 5000));
      const leaving = leave();
      const during = Array.from({ length: 20 }, () => b.ask('s', '', 5000));
      await leaving;
      const after = await Promise.all(Array.from({ length: 20 }, () => b.ask('s', '', 5000)));
      assert.deepEqual(new Set(after), new Set(['stays']));
      assert.equal((await Promise.all([...before, ...during])).length, 40);
    }
  } finally {
    await stay();
    await Promise.all([a.close(), b.close()]);
    await server.remove();
  }
});
