// node examples/runtime-tour/tour.ts              no server needed
// BUS_URL=nats://127.0.0.1:4222 node …            the same with a NATS server
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  callOverBus,
  EmbeddedBus,
  openBus,
  runServices,
  ServiceEntrypoint,
  ServiceRegistry,
  timeout,
} from '@microforge/runtime';
import { callCounter } from './call-counter.ts';

const folder = mkdtempSync(join(tmpdir(), 'runtime-tour-'));
const overlay = join(folder, 'evening.json');
const says = (services: object) => writeFileSync(overlay, JSON.stringify({ services }));
says({});

// 1. Two components, hosted as services.json says, behind two middlewares; the second is our own.
const url = process.env['BUS_URL'];
const bus = url === undefined ? new EmbeddedBus() : await openBus(url);
const counts = new Map<string, number>();
const reloaded = Promise.withResolvers<unknown>();
const running = await runServices({
  files: [join(import.meta.dirname, 'services.json'), overlay],
  bus,
  middleware: [timeout({ timeoutMs: 1000 }), callCounter(counts)],
  onReload: reloaded.resolve,
});
const { entrypoint, registry } = running;
for (const { id, state } of registry.status()) console.log(`${id} is ${state}`);

// 2. A call; the reception calls the greeter for each guest.
const guests = ['Ada', 'Grace'];
const receive = () => entrypoint.execute({ service_id: 'reception', data: { guests } });
console.log(await receive());
console.log(counts);

// 3. A mistake is an error with a code, told before the component sees it.
const wrong = entrypoint.execute({ service_id: 'greeter', data: { nmae: 'Ada' } });
console.log(await wrong.catch((error: { code: string }) => error.code));

// 4. Another configuration, without a restart: the second file wins.
says({ greeter: { config: { greeting: 'Good evening' } } });
await reloaded.promise;
console.log(await receive());

// 5. From somewhere else: all that a caller needs is the bus.
const elsewhere = new ServiceRegistry({ remote: callOverBus(bus) });
const outside = new ServiceEntrypoint(elsewhere);
console.log(await outside.execute({ service_id: 'reception', data: { guests: ['Alan'] } }));
await elsewhere.stop();

// 6. The end: nothing new, what runs is answered.
const last = receive();
console.log(`calls lost: ${await running.stop()}`);
console.log(await last);
rmSync(folder, { recursive: true });
