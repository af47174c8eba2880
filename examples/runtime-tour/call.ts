// Calls the greeter over the bus, and says which processes have answered.
import { callOverBus, openBus, ServiceEntrypoint, ServiceRegistry } from '@microforge/runtime';

const bus = await openBus(process.env['BUS_URL'] ?? 'nats://127.0.0.1:4222');
const registry = new ServiceRegistry({ remote: callOverBus(bus) });
const entrypoint = new ServiceEntrypoint(registry);
const calls = Array.from({ length: 300 }, (_, n) =>
  entrypoint.execute({ service_id: 'greeter', data: { name: `guest ${n}` } }),
);
const answers = (await Promise.all(calls)) as { readonly by: string }[];
const shares = Map.groupBy(answers, ({ by }) => by);
for (const [by, { length }] of shares) console.log(`${by} answered ${length}`);
console.log(`${answers.length} calls, ${shares.size} processes`);
await registry.stop();
await bus.close();
