// needs: nats-server
import { busConformance } from '../test-bus-conformance.ts';
import { NatsBus } from './nats-bus.ts';
import { natsServer } from './test-nats-server.ts';

busConformance('NATS', async () => {
  const server = await natsServer();
  const [a, b] = [
    await NatsBus.connect({ servers: server.url }),
    await NatsBus.connect({ servers: server.url }),
  ];
  const close = async () => {
    await Promise.all([a.close(), b.close()]);
    await server.remove();
  };
  return { a, b, close };
});
