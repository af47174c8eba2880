// needs: nats-server
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventOf, REPEATS, until } from '../test-broker.ts';
import { faultConformance } from '../test-fault-conformance.ts';
import { NatsBus } from './nats-bus.ts';
import { natsServer, type TestNatsServer } from './test-nats-server.ts';

faultConformance('NATS', natsServer);

describe('kill -9 of nats-server', () => {
  let server: TestNatsServer;
  before(async () => {
    server = await natsServer();
  });
  after(() => server.remove());

  it('is survived by 300 clients, that are all back within a second, each time', async () => {
    const buses: NatsBus[] = [];
    try {
      for (let client = 0; client < 300; client += 1) {
        buses.push(await NatsBus.connect({ servers: server.url }));
      }
      await buses[0]!.respond('ready', 'q', () => 'yes');
      for (let round = 0; round < REPEATS; round += 1) {
        await server.kill();
        await server.start();
        const started = performance.now();
        await Promise.all(buses.map((bus) => until(() => answers(bus))));
        const took = performance.now() - started;
        assert.ok(took < 1000, `round ${round}: ${took} ms`);
      }
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
