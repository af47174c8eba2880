export { RabbitBus } from './bus/rabbit/rabbit-bus.ts';
export type { RabbitBusOptions } from './bus/rabbit/rabbit-bus.ts';
