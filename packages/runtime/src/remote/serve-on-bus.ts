import type { Bus, Subscription } from '../bus/bus.ts';
import { RuntimeError } from '../errors/runtime-error.ts';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import type { ServiceRegistry } from '../registry/service-registry.ts';
import { type BusCall, serviceSubject } from './bus-call.ts';

/**
 * Lets the services that a registry has now answer on a bus, beside others that serve the same ones. Stop it
 * before the registry: then no call comes in that finds nobody.
 */
export async function serveOnBus(registry: ServiceRegistry, bus: Bus): Promise<Subscription> {
  const entrypoint = new ServiceEntrypoint(registry);
  const subscriptions = await Promise.all(
    registry.find().map(({ id }) =>
      bus.respond(serviceSubject(id), 'service', (event) => {
        const { request_id, data, headers, timeout_ms } = checked(event.data);
        return entrypoint.execute({
          service_id: id,
          request_id,
          data,
          headers,
          ...(timeout_ms !== undefined && { timeout_ms }),
        });
      }),
    ),
  );
  return { stop: async () => void (await Promise.all(subscriptions.map((each) => each.stop()))) };
}

function checked(data: unknown): BusCall {
  const { request_id, headers, timeout_ms } = (data ?? {}) as Partial<BusCall>;
  const fine =
    typeof request_id === 'string' &&
    request_id.length <= 200 &&
    typeof headers === 'object' &&
    headers !== null &&
    Object.values(headers).every((value) => typeof value === 'string') &&
    (timeout_ms === undefined || typeof timeout_ms === 'number');
  if (fine) return data as BusCall;
  throw new RuntimeError('invalid-call', 'The event is no call of a service.', { status: 400 });
}
