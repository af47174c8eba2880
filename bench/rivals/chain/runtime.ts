// The runtime with every middleware on, called in process.
import {
  auth,
  bulkhead,
  cache,
  circuitBreaker,
  type ContextOf,
  type Component,
  defineInterface,
  logging,
  measuring,
  Metrics,
  rateLimit,
  retry,
  ServiceEntrypoint,
  ServiceRegistry,
  timeout,
  tracing,
} from '../../../packages/runtime/src/index.ts';
import { answerSlices } from './slices.mjs';

const greeter = defineInterface({
  name: 'greeter',
  version: '1.0.0',
  input: {
    type: 'object',
    properties: { name: { type: 'string', minLength: 1 }, times: { type: 'integer' } },
    required: ['name'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: { text: { type: 'string' } },
    required: ['text'],
    additionalProperties: false,
  },
  safe: true,
});

class Greeter implements Component<typeof greeter> {
  readonly metadata = { interface: greeter };
  async execute({ data }: ContextOf<typeof greeter>) {
    return { text: `Hello ${data.name}` };
  }
}

let spans = 0;
let lines = 0;
const registry = new ServiceRegistry({
  middleware: [
    tracing({ exporter: () => (spans += 1) }),
    measuring(new Metrics()),
    logging({ write: () => (lines += 1) }),
    auth({
      authenticate: ({ headers }) =>
        headers['authorization'] === 'Bearer secret' ? { id: 'ada', roles: ['user'] } : undefined,
      roles: { greeter: ['user'] },
    }),
    rateLimit({ perSecond: 1e9 }),
    cache({ ttlMs: 60_000, maxEntries: 1000 }),
    retry(),
    circuitBreaker(),
    timeout({ timeoutMs: 5000 }),
    bulkhead({ concurrency: 100, queue: 100 }),
  ],
});
await registry.register('greeter', new Greeter());
const entrypoint = new ServiceEntrypoint(registry);
const headers = { authorization: 'Bearer secret' };
answerSlices((index) =>
  entrypoint.execute({
    service_id: 'greeter',
    data: { name: `n${index % 100_000}`, times: 1 },
    headers,
  }),
);
