import type { Bus, Subscription } from '../bus/bus.ts';
import { isIdempotent } from '../component/interface.ts';
import { dropStream, isStream } from '../component/output-stream.ts';
import { RuntimeError } from '../errors/runtime-error.ts';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import type { ServiceRegistry } from '../registry/service-registry.ts';
import { type BusCall, serviceSubject } from './bus-call.ts';
import { type BusDescription, describeType } from './bus-description.ts';
import { NotIdempotentError } from './not-idempotent-error.ts';

/** Until the next attempt when the bus refuses a responder, for instance while its server is away. */
const AGAIN_MS = 1000;

/**
 * Lets the services that a registry has answer on a bus, beside others that serve the same ones: each while
 * it takes calls. One that is unhealthy leaves its calls to the others until it is better. Stop it before the
 * registry: then no call comes in that finds nobody.
 */
export async function serveOnBus(registry: ServiceRegistry, bus: Bus): Promise<Subscription> {
  const entrypoint = new ServiceEntrypoint(registry);
  const answering = new Map<string, Subscription>();
  let stopped = false;
  let last: Promise<void> = Promise.resolve();
  let again: NodeJS.Timeout | undefined;

  const answer = (id: string) =>
    bus.respond(serviceSubject(id), 'service', async (event) => {
      const idempotent = isIdempotent(registry.get(id).interface);
      if (event.type === describeType) return { idempotent } satisfies BusDescription;
      const { request_id, data, headers, timeout_ms, attempt = 1 } = checked(event.data);
      // Whoever learned that once may have learned it of an earlier version.
      if (attempt > 1 && !idempotent) throw new NotIdempotentError(id);
      const output = await entrypoint.execute({
        service_id: id,
        request_id,
        data,
        headers,
        ...(timeout_ms !== undefined && { timeout_ms }),
      });
      if (!isStream(output)) return output;
      void dropStream(output);
      throw new RuntimeError('no-stream', `"${id}" gives a stream, which no bus carries.`, {
        status: 501,
      });
    });
  const fit = async () => {
    const wanted = new Set(stopped ? [] : registry.find().map(({ id }) => id));
    const leaving = [...answering].filter(([id]) => !wanted.has(id));
    // Side by side: one that waits for a slow handler must not keep the others.
    const ends = leaving.map(([id, subscription]) => {
      answering.delete(id);
      return subscription.stop();
    });
    const begins = [...wanted]
      .filter((id) => !answering.has(id))
      .map(async (id) => void answering.set(id, await answer(id)));
    // A stop is waited for by who stops; a service that has become healthy again does not wait for one that has not.
    await Promise.all(stopped ? ends : begins);
  };
  /** One at a time, each after the last change. */
  const follow = () => {
    last = last.catch(() => {}).then(fit);
    return last;
  };
  const unfollow = registry.onChange(() => {
    follow().catch(() => {
      clearTimeout(again);
      if (!stopped) again = setTimeout(() => void follow().catch(() => {}), AGAIN_MS).unref();
    });
  });
  await follow();
  return {
    stop: async () => {
      unfollow();
      stopped = true;
      clearTimeout(again);
      await follow();
    },
  };
}

function checked(data: unknown): BusCall {
  const { request_id, headers, timeout_ms, attempt } = (data ?? {}) as Partial<BusCall>;
  const fine =
    typeof request_id === 'string' &&
    request_id.length <= 200 &&
    typeof headers === 'object' &&
    headers !== null &&
    Object.values(headers).every((value) => typeof value === 'string') &&
    (timeout_ms === undefined || typeof timeout_ms === 'number') &&
    (attempt === undefined || typeof attempt === 'number');
  if (fine) return data as BusCall;
  throw new RuntimeError('invalid-call', 'The event is no call of a service.', { status: 400 });
}
