// needs: java, mvn
import { shareConformance } from '../test-share-conformance.ts';
import { kafkaServer } from './test-kafka-server.ts';

shareConformance('Kafka', kafkaServer);
