// needs: java, mvn
import { busConformance } from '../test-bus-conformance.ts';
import { KafkaBus } from './kafka-bus.ts';
import { kafkaServer } from './test-kafka-server.ts';

busConformance('Kafka', async () => {
  const server = await kafkaServer();
  const [a, b] = [
    await KafkaBus.connect({ servers: server.url }),
    await KafkaBus.connect({ servers: server.url }),
  ];
  const close = async () => {
    await Promise.all([a.close(), b.close()]);
    await server.remove();
  };
  return { a, b, close };
});
