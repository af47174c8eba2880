// needs: java, mvn
import { faultConformance } from '../test-fault-conformance.ts';
import { kafkaServer } from './test-kafka-server.ts';

faultConformance('Kafka', kafkaServer);
