// needs: rabbitmq-server
import { faultConformance } from '../test-fault-conformance.ts';
import { rabbitServer } from './test-rabbit-server.ts';

faultConformance('RabbitMQ', rabbitServer);
