export { KafkaBus } from './bus/kafka/kafka-bus.ts';
export type { KafkaBusOptions } from './bus/kafka/kafka-bus.ts';
