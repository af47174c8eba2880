// needs: rabbitmq-server
import { shareConformance } from '../test-share-conformance.ts';
import { rabbitServer } from './test-rabbit-server.ts';

shareConformance('RabbitMQ', rabbitServer);
