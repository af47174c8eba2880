export { NatsBus } from './bus/nats/nats-bus.ts';
export type { NatsBusOptions } from './bus/nats/nats-bus.ts';
export { serveDiscovery } from './bus/nats/nats-discovery.ts';
