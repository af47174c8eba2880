// A component called over NATS by another process's registry; both sides here, on connections of their own.
import {
  callOverBus,
  type Component,
  type ContextOf,
  defineInterface,
  retry,
  ServiceEntrypoint,
  serveOnBus,
  ServiceRegistry,
  timeout,
} from '../../../packages/runtime/src/index.ts';
import { NatsBus } from '../../../packages/runtime/src/nats.ts';
import { answerSlices } from '../chain/slices.mjs';

const greeter = defineInterface({
  name: 'greeter',
  version: '1.0.0',
  input: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  output: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] },
  safe: true,
});

class Greeter implements Component<typeof greeter> {
  readonly metadata = { interface: greeter };
  async execute({ data }: ContextOf<typeof greeter>) {
    return { text: `Hello ${data.name}` };
  }
}

const servers = process.env['NATS_URL'] ?? '';
const middleware = [retry(), timeout({ timeoutMs: 5000 })];
const there = new ServiceRegistry({ middleware });
await there.register('greeter', new Greeter());
await serveOnBus(there, await NatsBus.connect({ servers }));
const remote = callOverBus(await NatsBus.connect({ servers }));
const entrypoint = new ServiceEntrypoint(new ServiceRegistry({ remote }));
answerSlices((index) =>
  entrypoint.execute({ service_id: 'greeter', data: { name: `n${index % 100_000}` } }),
);
