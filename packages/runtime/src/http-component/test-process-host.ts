// Hosts the test process until it is killed; says the ids of what runs.
import { fileURLToPath } from 'node:url';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { Watchdog } from '../process/watchdog.ts';
import { ProcessComponent } from './process-component.ts';

const program = fileURLToPath(new URL('test-process.mjs', import.meta.url));
const component = new ProcessComponent(
  {
    command: process.execPath,
    args: [program],
    directory: '/',
    env: {},
    port: 0,
    health: '/health/ready',
  },
  new Watchdog(),
  () => {},
);
const registry = new ServiceRegistry();
if (process.argv[2] === 'starting')
  setTimeout(() => console.log(JSON.stringify([component.pid])), 20);
await registry.register('it', component);
const answer = await new ServiceEntrypoint(registry).execute({
  service_id: 'it',
  data: { method: 'GET', path: '/' },
});
const { pid, helper } = (answer as { body: { pid: number; helper: number } }).body;
console.log(JSON.stringify([pid, helper]));
setInterval(() => {}, 1000);
