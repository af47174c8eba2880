// A worker process for tests: `reads` is idempotent, `writes` is not. Takes the address of a bus.
import { setTimeout as delay } from 'node:timers/promises';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { openBus } from '../run/open-bus.ts';
import { component } from '../test-components.ts';
import { serveOnBus } from './serve-on-bus.ts';

const bus = await openBus(process.argv[2] ?? '');
const registry = new ServiceRegistry();
const work = async () => {
  await delay(20);
  return 'done';
};
await registry.register('reads', component(work, { idempotent: true }));
await registry.register('writes', component(work));
await serveOnBus(registry, bus);
console.log('up');
