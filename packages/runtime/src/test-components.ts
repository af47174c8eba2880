import type { Component, ContextOf } from './component/component.ts';
import { defineInterface, type InterfaceDefinition } from './component/interface.ts';
import type { Middleware } from './middleware/middleware.ts';
import { ServiceEntrypoint } from './registry/service-entrypoint.ts';
import { ServiceRegistry } from './registry/service-registry.ts';

/** Says hello; with a configuration. */
export const greeter = defineInterface({
  name: 'greeter',
  version: '1.0.0',
  input: {
    type: 'object',
    properties: { name: { type: 'string', minLength: 1 } },
    required: ['name'],
    additionalProperties: false,
  },
  output: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] },
  config: {
    type: 'object',
    properties: { greeting: { type: 'string' } },
    required: ['greeting'],
    additionalProperties: false,
  },
  safe: true,
});

export class Greeter implements Component<typeof greeter> {
  readonly metadata = { interface: greeter };
  execute({ data, config }: ContextOf<typeof greeter>) {
    return { text: `${config.greeting} ${data.name}` };
  }
}

const anything = { name: 'anything', version: '1.0.0', input: true, output: true } as const;

/** A component that does whatever a test wants, behind an interface that allows anything. */
export const component = (
  execute: (context: ContextOf<InterfaceDefinition>) => unknown,
  flags: Partial<InterfaceDefinition> = {},
): Component => ({ metadata: { interface: { ...anything, ...flags } }, execute });

/** One service `it` behind middleware, and how to call it. The registry asks no health by itself. */
export async function host(
  middleware: readonly Middleware[],
  hosted: Component,
  limits: ConstructorParameters<typeof ServiceRegistry>[0] = {},
) {
  const registry = new ServiceRegistry({ middleware, healthIntervalMs: 1e6, ...limits });
  await registry.register('it', hosted);
  const entrypoint = new ServiceEntrypoint(registry);
  const call = (
    data: unknown = {},
    more: { timeout_ms?: number; headers?: Record<string, string> } = {},
  ) => entrypoint.execute({ service_id: 'it', data, ...more });
  return { registry, entrypoint, call };
}

/** The code of the error that a call ends with; `ok` when it has none. */
export const codeOfCall = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
