// needs: rabbitmq-server
import { busConformance } from '../test-bus-conformance.ts';
import { RabbitBus } from './rabbit-bus.ts';
import { rabbitServer } from './test-rabbit-server.ts';

busConformance('RabbitMQ', async () => {
  const server = await rabbitServer();
  const [a, b] = [
    await RabbitBus.connect({ url: server.url }),
    await RabbitBus.connect({ url: server.url }),
  ];
  const close = async () => {
    await Promise.all([a.close(), b.close()]);
    await server.remove();
  };
  return { a, b, close };
});
